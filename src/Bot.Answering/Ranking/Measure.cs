using System.Collections.Frozen;
using Bot.Answering.Antecedents;
using Bot.Answering.Facts;
using Bot.Answering.Questions;

namespace Bot.Answering.Ranking;

/// <summary>
/// What a number must measure to say "how old", "how far": news says ages as "Ada Voss, 19, won" and distances as "34 kilometres away", and has neither
/// "old" nor "far". Such a number stands for the word.
/// </summary>
internal static class Measure
{
    private const int Oldest = 120;

    // So many letters on each side tell; a sentence of a thousand numbers is not read a thousand times.
    private const int Beside = 80;

    // "19 years old".
    private const int AgeBehind = 2;

    private static readonly FrozenSet<string> Lengths = FrozenSet.Create(StringComparer.Ordinal, "km", "m", "cm", "mm", "mile", "foot", "inch", "yard");
    private static readonly FrozenSet<string> Weights = FrozenSet.Create(StringComparer.Ordinal, "kg", "g", "t", "lb");
    private static readonly FrozenSet<string> Speeds = FrozenSet.Create(StringComparer.Ordinal, "km/h", "mph");
    private static readonly FrozenSet<string> Areas = FrozenSet.Create(StringComparer.Ordinal, "km2", "mi2", "hectare", "acre");

    /// <summary>Whether a number is one that the question's measure asks for; none is where it asks for no measure.</summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="fact">One of its facts.</param>
    public static bool Fits(AskedSentence asked, Fact fact) => fact.Kind == FactKind.Number && asked.Question.Measured switch
    {
        Dimension.Age => IsAge(asked, fact),
        Dimension.Length => Lengths.Contains(fact.Unit),
        Dimension.Weight => Weights.Contains(fact.Unit),
        Dimension.Speed => Speeds.Contains(fact.Unit),
        Dimension.Size => Lengths.Contains(fact.Unit) || Areas.Contains(fact.Unit) || Weights.Contains(fact.Unit) || AnswerTypeFit.Currencies.Contains(fact.Unit) || IsOfAsked(asked, fact),
        Dimension.Money => AnswerTypeFit.Currencies.Contains(fact.Unit),
        Dimension.Duration => AnswerTypeFit.TimeUnits.Contains(fact.Unit),
        _ => false,
    };

    private static bool IsAge(AskedSentence asked, Fact fact)
    {
        if (!int.TryParse(fact.Value, out var years) || years > Oldest)
        {
            return false;
        }

        var from = Math.Max(0, fact.Span.Start - Beside);
        var (before, after) = (asked.Text[from..fact.Span.Start], asked.Text[fact.Span.End..Math.Min(asked.Text.Length, fact.Span.End + Beside)]);
        if (SaysAge(Phrases.Of(before).Words, Phrases.Of(after).Words, asked.Asking))
        {
            return true;
        }

        if (IsTheirs(asked, before, after))
        {
            return true;
        }

        // "Ada Voss, 19, won", "Ada Voss (19) won", "Ada Voss is 19."
        var apposed = before.TrimEnd(' ', ',', '(');
        var named = Phrases.Of(apposed).Words is [.., var last] && asked.Asking.Beings.Contains(last) ? apposed[..^last.Length].TrimEnd() : apposed;
        return (named.Length < apposed.Length || apposed.Length + 1 < before.Length) && fact.Unit.Length == 0 && after is "" or [',' or '.' or ')' or ';', ..]
            && asked.Names.Any(name => name.Span.End == from + named.Length && AskedName.Is(asked, name));
    }

    // "She was 91."
    private static bool IsTheirs(AskedSentence asked, string before, string after) => Phrases.Of(before).Words is [var pronoun, var being] && asked.Asking.Beings.Contains(being)
        && AntecedentWords.Of(asked.Question.Language) is { } words && (words.He.Contains(pronoun) || words.She.Contains(pronoun)) && after is "" or ['.' or ',' or ';', ..];

    // "19 years old", "aged 19", "the age of 19"
    private static bool SaysAge(string[] before, string[] after, QuestionWords words) => after.Take(AgeBehind).Any(words.Figures.Ages.Contains)
        || (before is [.., var age] && words.Figures.Ages.Contains(age))
        || (before is [.., var of, var tie] && words.Figures.Ages.Contains(of) && words.Roles.GetValueOrDefault(tie, WordRole.Content) == WordRole.Belonging);

    // "A bonus of 4,000", "a 4,000-strong crowd" by its unit.
    private static bool IsOfAsked(AskedSentence asked, Fact fact) =>
        Phrases.Of(asked.Text[Math.Max(0, fact.Phrase.Start - Beside)..fact.Phrase.Start]).Words is [.., var tie] && asked.Asking.Roles.GetValueOrDefault(tie, WordRole.Content) == WordRole.Belonging
        && asked.Words.Terms.LastOrDefault(term => term.Span.End <= fact.Phrase.Start) is { Text: { } of } && asked.Question.Terms.Any(term => asked.Words.Alike(term.Text, of));
}
