using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Answering.Questions;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Ranking;

/// <summary>The numbers and letters of a sentence that say which thing it speaks of, and not how many or how much: "Berth 1", "the second bridge", "Gate B".</summary>
internal sealed partial class SubjectLabels
{
    private const string Ordinal = "th";

    private readonly HashSet<Fact> _numbers;

    private SubjectLabels(RankedSentence sentence, ReadQuestion question)
    {
        _numbers = [.. sentence.Facts.Where(fact => fact.Kind == FactKind.Number && Tells(fact, sentence, question))];
        Values = _numbers.Select(fact => fact.Value).Concat(Letters(sentence.Hit.Text)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What they are: others are of other things.</summary>
    public HashSet<string> Values { get; }

    public static SubjectLabels In(RankedSentence sentence, ReadQuestion question) => new(sentence, question);

    /// <summary>Whether a sentence speaks of a thing with another letter than the one asked about: "Gate B" where "Gate A" is.</summary>
    /// <param name="asked">The letters of the question.</param>
    /// <param name="sentence">The sentence.</param>
    public static bool AreOfAnother(string[] asked, SearchHit sentence) =>
        asked.Length > 0 && Letters(sentence.Text) is { Length: > 0 } told && !asked.Intersect(told).Any();

    /// <summary>The facts without its numbers.</summary>
    public ImmutableArray<Fact> Of(ImmutableArray<Fact> facts) => facts.RemoveAll(_numbers.Contains);

    /// <summary>The letters of a text that tell one thing from others of its kind.</summary>
    public static string[] Letters(string text) => [.. Letter().Matches(text).Select(found => found.Value)];

    // Where a date is asked for, no other number that counts nothing is in question.
    private static bool Tells(Fact fact, RankedSentence sentence, ReadQuestion question)
    {
        var lexicon = Lexicon.For(sentence.Hit.Passage.Article.Language);
        if (fact.Unit == Ordinal)
        {
            return true;
        }

        var named = FollowsName(fact, sentence, lexicon);
        return (named || question.Type == AnswerType.Date) && !Measures(fact, lexicon) && !IsAskedFor(fact, question, lexicon)

            // "carries" in "Line 1 carries" stands where a counted noun would, and is none.
            && (named || !fact.Unit.EndsWith('s'));
    }

    private static bool Measures(Fact fact, Lexicon lexicon) =>
        fact.Unit.Length > 0
        && (lexicon.Data.Units.ContainsKey(fact.Unit) || lexicon.Units.Has(fact.Unit) || lexicon.GenericUnits.Contains(fact.Unit) || UnitReader.Currencies.Values.Contains(fact.Unit));

    private static bool IsAskedFor(Fact fact, ReadQuestion question, Lexicon lexicon) =>
        TextAnalysis.Terms(fact.Unit, lexicon.Language).Any(term => question.Focus.Any(asked => asked.Text == term.Text));

    private static bool FollowsName(Fact fact, RankedSentence sentence, Lexicon lexicon)
    {
        var before = sentence.Hit.Text[..fact.Phrase.Start].TrimEnd(' ', '\u00a0', '.', '#');
        var start = before.Length;
        while (start > 0 && char.IsLetter(before[start - 1]))
        {
            start--;
        }

        var word = before[start..];
        return word.Length > 0 && char.IsUpper(word[0]) && !lexicon.Stop.Contains(word.ToLowerInvariant())
            && !sentence.Facts.Any(other => other.Kind == FactKind.Date && other.Span.Overlaps(new TextSpan(start, before.Length)));
    }

    // A letter, perhaps with a number, after a capitalised word; with a full stop it would be a person's initial.
    [GeneratedRegex(@"(?<=\b\p{Lu}\p{L}+ )\p{Lu}\p{Nd}*\b(?!\.)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letter();
}
