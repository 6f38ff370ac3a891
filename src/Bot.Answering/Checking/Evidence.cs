using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Checking;

/// <summary>A sentence of a passage that may support a claim, with what its neighbours say of it.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Statement">What it states; offsets count from the sentence's start.</param>
internal sealed record Evidence(Passage Passage, TextSpan Span, Statement Statement)
{
    /// <summary>The parts of it within quotation marks that may open or close in other sentences.</summary>
    public ImmutableArray<TextSpan> Quoted { get; init; } = [];

    /// <summary>Who says what in it, as its passage tells.</summary>
    public Voices? Voices { get; set; }

    /// <summary>Who says what in it, its own reports and those of a neighbour whose quotation it is part of.</summary>
    public ImmutableArray<Speech> Speeches { get => field.IsDefault ? Voices?.Speeches ?? [] : field; init; }

    /// <summary>The sentence that tells whose words these are, when it is another one.</summary>
    public Evidence? SpokenIn => Voices?.SpokenIn;

    /// <summary>The sentence before it, of the same passage or of the one just before.</summary>
    public Evidence? Previous { get; set; }

    /// <summary>The sentence after it in the same passage.</summary>
    public Evidence? Next { get; set; }

    /// <summary>What stands beside the passage and tells what it is about: its heading, its table's header, its credit.</summary>
    public required Statement Context { get; init; }

    /// <summary>The article's title.</summary>
    public required Statement Title { get; init; }

    /// <summary>Whether all of it is somebody's words, in quotation marks.</summary>
    public bool IsQuoted => Quoted.Any(span => span.Length > 0) && Statement.Terms.All(term => Quoted.Any(span =>
        span.Contains(term.Span)));

    /// <summary>The names a pronoun in the next sentence may stand for: the speaker's, else all.</summary>
    public IEnumerable<string> Antecedents =>
        Speeches.SelectMany(speech => speech.Speaker.Names).Concat(Statement.Of(FactKind.Name).SelectMany(name =>
            NameParts.Of(name.Value)));
}
