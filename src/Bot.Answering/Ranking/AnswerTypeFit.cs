using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Answering.Dates;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Ranking;

/// <summary>Whether a sentence holds the sort of thing a question asks for.</summary>
internal static class AnswerTypeFit
{
    /// <summary>For a type that words don't show.</summary>
    public const double Unknown = 0.5;

    private const double Likely = 0.7;
    private const double Weak = 0.3;
    private const int CountedWithin = 40;

    /// <summary>Units of time.</summary>
    public static readonly FrozenSet<string> TimeUnits = FrozenSet.Create(
        StringComparer.Ordinal, "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century");

    /// <summary>Currencies.</summary>
    public static readonly FrozenSet<string> Currencies = FrozenSet.Create(StringComparer.Ordinal, "usd", "eur", "gbp", "jpy", "inr", "cny", "chf");

    /// <summary>How well a sentence fits: 1 it holds one, 0 it can't be the answer.</summary>
    public static double Of(AskedSentence asked) => asked.Question.Type switch
    {
        AnswerType.Number => Counted(asked),
        AnswerType.Duration => asked.Facts.Any(fact => asked.IsNew(fact) && TimeUnits.Contains(fact.Unit)) ? 1 : asked.Facts.Any(IsNumber) ? Weak : 0,
        AnswerType.Money => asked.Facts.Any(fact => Currencies.Contains(fact.Unit)) ? 1 : 0,
        AnswerType.Percent => asked.Facts.Any(fact => fact.Unit == "%") ? 1 : asked.Facts.Any(IsNumber) ? Weak : 0,
        AnswerType.Amount => asked.Facts.Any(IsNumber) ? 1 : 0,
        AnswerType.Date => asked.Facts.Any(fact => fact.Kind == FactKind.Date) ? 1 : RelativeDates.Find(asked.Text, asked.Question.Language).Length > 0 || asked.Facts.Any(fact => TimeOfDay.Is(fact, asked.Text, asked.Question.Language)) ? 0.8 : asked.Facts.Any(IsNumber) ? Weak : 0,
        AnswerType.Person => asked.Facts.Any(fact => IsNewName(asked, fact) && !asked.IsPlaced(fact.Span)) ? 1
            : asked.Facts.Any(fact => IsNewName(asked, fact)) ? Likely : HasCase(asked.Question.Language) ? 0.2 : Unknown,
        AnswerType.Place => asked.Facts.Any(fact => IsNewName(asked, fact) && asked.IsPlaced(fact.Span)) ? 1
            : asked.Facts.Any(fact => IsNewName(asked, fact)) ? Likely : HasCase(asked.Question.Language) ? 0.2 : Unknown,
        AnswerType.Reason => Phrases.Of(asked.Text).HasAny(asked.Asking.ReasonCues) ? 0.8 : Weak,
        _ => Unknown,
    };

    /// <summary>Whether an answer can't do without the sort of thing that is asked for.</summary>
    public static bool IsRequired(AnswerType type) =>
        type is AnswerType.Number or AnswerType.Amount or AnswerType.Money or AnswerType.Percent or AnswerType.Duration or AnswerType.Date;

    /// <summary>Whether a fact of a sentence could be the short answer.</summary>
    public static bool Fits(AskedSentence asked, Fact fact) => asked.IsNew(fact) && asked.Question.Type switch
    {
        AnswerType.Number => fact.Kind == FactKind.Number && (Counts(asked, fact, asked.Facts.Where(IsNumber)) || Measure.Fits(asked, fact)),
        AnswerType.Duration => TimeUnits.Contains(fact.Unit),
        AnswerType.Money => Currencies.Contains(fact.Unit),
        AnswerType.Percent => fact.Unit == "%",
        AnswerType.Date => fact.Kind == FactKind.Date,
        AnswerType.Person or AnswerType.Place => fact.Kind == FactKind.Name,
        _ => false,
    };

    /// <summary>What the word right before others does, determiners aside; <see cref="WordRole.Content"/> where there is none.</summary>
    public static WordRole RoleBefore(TextSpan words, string sentence, string language)
    {
        var roles = QuestionWords.Of(language).Roles;
        var end = words.Start;
        while (Before(sentence, end) is { Length: > 0 } word)
        {
            var role = roles.GetValueOrDefault(word.In(sentence).ToLowerInvariant(), WordRole.Content);
            if (role != WordRole.Determiner)
            {
                return role;
            }

            end = word.Start;
        }

        return WordRole.Content;
    }

    private static TextSpan Before(string sentence, int end)
    {
        while (end > 0 && sentence[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsLetter(sentence[start - 1]))
        {
            start--;
        }

        return new(start, end);
    }

    private static bool IsNewName(AskedSentence asked, Fact fact) => fact.Kind == FactKind.Name && fact.Span.Length > 1 && asked.IsNew(fact);

    private static double Counted(AskedSentence asked)
    {
        var numbers = asked.Facts.Where(fact => fact.Kind == FactKind.Number && fact.Unit != "%" && asked.IsNew(fact)).ToArray();
        if (numbers.Length == 0)
        {
            return 0;
        }

        return numbers.Any(number => Counts(asked, number, numbers) || Measure.Fits(asked, number)) ? 1 : Weak;
    }

    // "How many soldiers": the number that counts soldiers is the last one before the word, and near it.
    private static bool Counts(AskedSentence asked, Fact number, IEnumerable<Fact> numbers) => asked.Words.Terms
        .Where(term => asked.Question.Focus.Any(counted => asked.Words.Alike(counted.Text, term.Text)))
        .Any(term => term.Span.Start >= number.Span.Start && term.Span.Start - number.Span.End < CountedWithin
            && !numbers.Any(other => other.Span.Start > number.Span.Start && other.Span.Start <= term.Span.Start));

    private static bool IsNumber(Fact fact) => fact.Kind == FactKind.Number;

    /// <summary>Whether a fact is none of the question's own.</summary>
    public static bool IsNew(Fact fact, TermMatch match, ReadQuestion question)
    {
        // Asked of every fact of every sentence found: lambdas here would be half of what a question allocates.
        foreach (var term in match.Terms)
        {
            if (term.Span.Overlaps(fact.Span) && question.Asks(term.Text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasCase(string language) => language is not ("ar" or "fa" or "hi" or "zh" or "ja" or "ko" or "th" or "he");
}
