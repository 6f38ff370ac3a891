using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Checking;

/// <summary>A sentence that must be supported.</summary>
internal sealed class Claimed
{
    public Claimed(string text, string language)
    {
        Statement = new Statement(text, language);
        Quotations = QuotationReader.Spans(text);
        Speeches = SpeechReader.Read(Statement, Quotations) is { IsEmpty: false } read ? read : Introduced(text, language, Quotations);
        Content = [.. Statement.Content.Where(term => !Speeches.Any(speech => speech.Frame.Contains(term.Span)))];
    }

    public Statement Statement { get; }

    /// <summary>What stands within quotation marks, single words too.</summary>
    public ImmutableArray<TextSpan> Quotations { get; }

    public ImmutableArray<Speech> Speeches { get; }

    /// <summary>Its content without the words that only name who speaks.</summary>
    public ImmutableArray<Term> Content { get; }

    /// <summary>The names a pronoun of it may stand for: those of the sentence before.</summary>
    public ImmutableArray<string> Antecedents { get; init; } = [];

    /// <summary>Facts that are supported otherwise, such as a number that follows from two cited ones.</summary>
    public ImmutableHashSet<Fact> Settled { get; init; } = [];

    public bool StartsWithPronoun => Statement.Tokens.Count > 0 && Statement.Lexicon.Pronouns.Contains(Statement.Tokens.Tokens[0].Folded);

    /// <summary>All names in it, in parts.</summary>
    public IEnumerable<string> Names => Statement.Of(FactKind.Name).SelectMany(name => NameParts.Of(name.Value));

    /// <summary>The names in it that stand outside what somebody says, in parts.</summary>
    public IEnumerable<string> NamesOutside(Speech speech) =>
        Statement.Of(FactKind.Name).Where(name => !speech.Covers(name.Span)).SelectMany(name => NameParts.Of(name.Value));

    // "Omar Reyes, architect: “We will build it again.”"
    private static ImmutableArray<Speech> Introduced(string text, string language, ImmutableArray<TextSpan> quotations) =>
        quotations is [{ Start: > 2 } first] && text[..(first.Start - 1)].TrimEnd() is [.., ':'] who
            ? [new Speech(Speech.Say, SpeakerReader.Read(new Statement(who[..^1], language)), [first]) { Frame = new(0, who.Length) }]
            : [];
}
