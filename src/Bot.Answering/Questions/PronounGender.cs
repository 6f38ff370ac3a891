using Bot.Answering.Antecedents;
using Bot.Answering.Facts;

namespace Bot.Answering.Questions;

/// <summary>Whom "he" or "she" of a question can't mean: a name's given part tells, and nothing where it is not known.</summary>
internal static class PronounGender
{
    /// <summary>The gender of a question's pronouns; <see langword="null"/> when it has none, or of both.</summary>
    /// <param name="text">The question.</param>
    /// <param name="language">Its language.</param>
    public static Gender? Of(string text, string language)
    {
        var asked = Phrases.Of(text).Words;
        return AntecedentWords.Of(language) is not { } words ? null : (asked.Any(words.He.Contains), asked.Any(words.She.Contains)) switch
        {
            (true, false) => Gender.Male,
            (false, true) => Gender.Female,
            _ => null,
        };
    }

    /// <summary>The gender of a name; <see langword="null"/> when none of its parts tells.</summary>
    public static Gender? OfName(string name, string language) =>
        AntecedentWords.Of(language) is { } words ? Phrases.Of(name).Words.Select(part => words.OfName(part) ?? words.OfTitle(part)).FirstOrDefault(gender => gender is not null) : null;

    /// <summary>The names that a text has, in order, each once.</summary>
    public static IEnumerable<string> Names(string text, string language) =>
        FactReader.Read(text, language).Where(fact => fact.Kind == FactKind.Name).Select(fact => fact.Span.In(text)).Distinct(StringComparer.Ordinal);
}
