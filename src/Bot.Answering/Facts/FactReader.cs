using System.Collections.Immutable;

namespace Bot.Answering.Facts;

/// <summary>Reads the checkable facts of a text: its numbers, dates, names and quoted words.</summary>
internal static class FactReader
{
    /// <summary>Reads the facts of a text, in order of where they start; quoted words may hold other facts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">
    /// Its language, a BCP 47 primary subtag; one without a lexicon is read by digits, capitals and quotes alone.
    /// </param>
    public static ImmutableArray<Fact> Read(string text, string language) => Read(new FactText(text, language));

    public static ImmutableArray<Fact> Read(FactText text)
    {
        // Dates first: the numbers within them are not numbers of anything, and months are not names.
        var facts = new List<Fact>();
        facts.AddRange(DateReader.Read(text));
        facts.AddRange(NumberReader.Read(text));
        facts.AddRange(NameReader.Read(text));
        facts.AddRange(QuotationReader.Read(text.Text, text.Tokens));
        return [.. facts.OrderBy(fact => fact.Span.Start).ThenBy(fact => fact.Kind)];
    }
}
