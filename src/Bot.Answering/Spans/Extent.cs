using System.Buffers;
using System.Text.RegularExpressions;
using Bot.Answering.Dates;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>
/// How far the words of a short answer go: "fewer than a million" is no million, "34 kilometres" no 34, "9:40 a.m." no 9:40, "the second quarter of 2027"
/// no 2027, "£14.20 an hour" no £14.20, "Highway 9" no 9, and "the four countries $2 billion" more than $2 billion.
/// </summary>
internal static class Extent
{
    // "30 days after the last country ratifies it".
    private const int LongestClause = 60;

    private static readonly Regex OtherDay = new(@"\G (?:and|to|und|bis|y|al?|et|au) \d{1,2}(?![\w.,:%])", RegexOptions.CultureInvariant);
    private static readonly SearchValues<char> Ends = SearchValues.Create(",.;:()\"”");

    /// <summary>The words with those that belong to them, and without those that don't.</summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static TextSpan Of(AskedSentence asked, TextSpan span)
    {
        var own = OfNumber(asked, WithoutOwner(asked, span));
        return new(StartOf(asked, own), EndOf(asked, own));
    }

    // "This year's Marlowe Prize"
    private static TextSpan WithoutOwner(AskedSentence asked, TextSpan span) =>
        asked.Names.FirstOrDefault(name => name.Span.End == span.End && name.Span.Start > span.Start && asked.Text[span.Start..name.Span.Start] is [.., '\'' or '’', 's', ' ']) is { Span.Length: > 0 } named
            ? named.Span : span;

    private static TextSpan OfNumber(AskedSentence asked, TextSpan span)
    {
        var isSum = asked.Question.Type is AnswerType.Money or AnswerType.Amount or AnswerType.Percent;
        foreach (var fact in asked.Facts.Where(fact => fact.Kind == FactKind.Number))
        {
            if (fact.Phrase.Contains(span))
            {
                var isMeasure = asked.Question.Measured != Dimension.None || asked.Question.Type is AnswerType.Percent or AnswerType.Duration or AnswerType.Money;
                return new(fact.Bound is Bound.Exact or Bound.About ? span.Start : fact.Phrase.Start, isMeasure ? fact.Phrase.End : span.End);
            }

            if (isSum && span.Contains(fact.Phrase) && fact.Phrase.End == span.End)
            {
                return fact.Phrase;
            }
        }

        return span;
    }

    private static int StartOf(AskedSentence asked, TextSpan span)
    {
        var before = asked.Text[..span.Start];
        if (asked.Facts.Any(fact => fact.Kind == FactKind.Date && fact.Span.Start == span.Start))
        {
            return asked.Asking.Figures.PartOfTime.Match(before) is { Success: true } match ? match.Index : span.Start;
        }

        // "Highway 9"
        return asked.Question.Type == AnswerType.Thing && span.Over(asked.Text).IndexOfAnyExceptInRange('0', '9') < 0 && before.EndsWith(' ')
            && before.LastIndexOf(' ', before.Length - 2) + 1 is var named && char.IsUpper(before[named]) ? named : span.Start;
    }

    private static int EndOf(AskedSentence asked, TextSpan span)
    {
        if (span.Over(asked.Text).LastIndexOfAnyInRange('0', '9') is >= 0 and var last && span.Start + last + 1 is var digits
            && Behind(asked, span, digits) is > 0 and var more && digits + more > span.End)
        {
            // The last mark of "9:40 a.m." is none of the words'.
            return digits + more;
        }

        return asked.Question.Type switch
        {
            AnswerType.Money or AnswerType.Amount => span.End + asked.Asking.Figures.Rate.Match(asked.Text, span.End).Length,
            AnswerType.Date when asked.Facts.Any(fact => fact.Phrase.End == span.End && AnswerTypeFit.TimeUnits.Contains(fact.Unit)) => EndOfClause(asked, span.End),
            _ => span.End,
        };
    }

    // "40 %", "9:40 a.m.", "Nov. 24 and 25"
    private static int Behind(AskedSentence asked, TextSpan span, int digits) => asked.Text.AsSpan(digits).StartsWith(" %") ? 2
        : TimeOfDay.LengthBehind(asked.Text, digits, asked.Question.Language) is > 0 and var time ? time
        : asked.Facts.Any(fact => fact.Kind == FactKind.Date && fact.Span.End == span.End) ? OtherDay.Match(asked.Text, digits).Length : 0;

    private static int EndOfClause(AskedSentence asked, int end)
    {
        var rest = asked.Text.AsSpan(end);
        var length = rest.IndexOfAny(Ends) is >= 0 and var mark ? mark : rest.Length;
        return length <= LongestClause && Phrases.Of(asked.Text[end..]).Words is [var tie, ..] && asked.Asking.Roles.GetValueOrDefault(tie, WordRole.Content) == WordRole.Preposition ? end + length : end;
    }
}
