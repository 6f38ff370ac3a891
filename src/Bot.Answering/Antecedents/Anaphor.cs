using Bot.Knowledge.Articles;

namespace Bot.Answering.Antecedents;

/// <summary>The first words of a sentence that mean somebody or something named elsewhere: "he", "the university".</summary>
/// <param name="Span">The words.</param>
/// <param name="Gender">Whom a pronoun stands for; <see langword="null"/> when it is a noun.</param>
/// <param name="Head">The noun, folded; <see langword="null"/> when it is a pronoun.</param>
internal sealed record Anaphor(TextSpan Span, Gender? Gender, string? Head)
{
    /// <summary>Whether the sentence begins with it, so that it most often means what the sentence before began with.</summary>
    public bool IsFirst { get; init; }
}
