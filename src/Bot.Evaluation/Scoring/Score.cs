using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answering.Answers;
using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Scoring;

/// <summary>What is right about the answers to one question; what does not apply to it is <see langword="null"/>. Three citations count.</summary>
internal sealed partial record Score
{
    private const int Counted = 3;
    private const double SameSentence = 0.6;
    private const double RightFrom = 0.8;

    /// <summary>Whether the first citation holds a right answer (refusing nothing).</summary>
    public bool? First { get; private init; }

    /// <summary>Whether one of the citations does.</summary>
    public bool? Any { get; private init; }

    /// <summary>Which of the citations is the first that holds a right answer's words, from 0; <see langword="null"/> when none does.</summary>
    public int? FirstRight { get; private init; }

    /// <summary>Whether one of them is of the sentences, or else the paragraphs, that answer.</summary>
    public bool? Evidence { get; private init; }

    /// <summary>Whether the short answer (refusing nothing, so that there nearly always is one), or else the first citation, is a right one word for word.</summary>
    public bool? Exact { get; private init; }

    /// <summary>How far it agrees with the nearest right one.</summary>
    public double? F1 { get; private init; }

    /// <summary>Whether there is a short answer (refusing what it is not sure of).</summary>
    public bool? IsShort { get; private init; }

    /// <summary>Whether the short answer is right but for a word or so.</summary>
    public bool? IsShortRight { get; private init; }

    /// <summary>Whether it was refused though the articles answer it.</summary>
    public bool? FalselyRefused { get; private init; }

    /// <summary>Whether it was refused, as the articles do not answer it.</summary>
    public bool? Refused { get; private init; }

    /// <summary>Whether what is true in the world, and not in the article, was answered.</summary>
    public bool? SaysWorld { get; private init; }

    /// <summary>The share of the citations that stand in an article word for word.</summary>
    public double? Verbatim { get; private init; }

    /// <summary>Scores the answers to a question.</summary>
    public static Score Of(Given given)
    {
        var (question, language) = (given.Question, given.Question.Lang);
        var quotes = Cited(given);
        var cited = quotes.Select(quote => ScoredWords.Of(quote, language)).ToArray();
        var right = question.Answers.Select(answer => ScoredWords.Of(answer, language)).ToArray();
        var firstRight = Array.FindIndex(cited, quote => right.Any(words => ScoredWords.IsInside(words, quote)));
        var said = ScoredWords.Of((given.Always as Answer.Answered)?.Short ?? quotes.FirstOrDefault() ?? "", language);
        var (answerable, hasWords) = (question.Answerable == true, question.Answerable == true && right.Length > 0);
        var evidence = EvidenceOf(given).Select(text => ScoredWords.Of(text, language)).ToArray();
        var shown = (given.Refusing as Answer.Answered)?.Short is { } words ? ScoredWords.Of(words, language) : default;
        return new()
        {
            First = hasWords ? !quotes.IsEmpty && question.Answers.Any(answer => Holds(quotes[0], answer)) : null,
            Any = hasWords && question.IsExtractive ? firstRight >= 0 : null,
            FirstRight = firstRight >= 0 ? firstRight : null,
            Evidence = question.Answerable != false && evidence.Length > 0
                ? cited.Any(quote => evidence.Any(gold => ScoredWords.Overlap(quote, gold) >= SameSentence))
                : null,
            Exact = answerable ? right.Any(words => words.SequenceEqual(said)) : null,
            F1 = answerable ? right.Select(words => ScoredWords.F1(said, words)).DefaultIfEmpty(0).Max() : null,
            IsShort = answerable ? !shown.IsDefault : null,
            IsShortRight = answerable && !shown.IsDefault ? right.Any(words => ScoredWords.F1(shown, words) >= RightFrom) : null,
            FalselyRefused = answerable ? IsRefusal(given.Refusing) : null,
            Refused = question.Answerable == false ? IsRefusal(given.Refusing) : null,
            SaysWorld = question.WorldAnswer is { IsEmpty: false } world && !IsRefusal(given.Refusing) ? SaysOne(given.Refusing, world, language) : null,
            Verbatim = Shown(given) is { Length: > 0 } all ? all.Average(quote => IsVerbatim(quote, given.Articles) ? 1.0 : 0) : null,
        };
    }

    /// <summary>The sentences that count of what was cited, refusing nothing.</summary>
    public static ImmutableArray<string> Cited(Given given) => Quotes(given.Always);

    private static bool IsRefusal(Answer answer) => answer is not (Answer.Answered or Answer.Conflicting);

    private static ImmutableArray<string> Quotes(Answer answer) => [.. answer.Citations.Take(Counted).Select(citation => citation.Quote)];

    private static string SaidIn(Answer answer) => (answer as Answer.Answered)?.Short ?? Marker().Replace(answer.Text, "");

    private static bool SaysOne(Answer answer, ImmutableArray<string> world, string language) =>
        ScoredWords.Of(SaidIn(answer), language) is var said && world.Any(words => ScoredWords.IsInside(ScoredWords.Of(words, language), said));

    private static string[] Shown(Given given) => [.. Quotes(given.Always), .. Quotes(given.Refusing)];

    private static bool IsVerbatim(string quote, ImmutableArray<SetArticle> articles) =>
        ScoredWords.Fold(quote) is var words && articles.Any(article => article.Whole.Contains(words, StringComparison.Ordinal));

    private static bool Holds(string quote, string answer) =>
        ScoredWords.Fold(quote).Contains(ScoredWords.Fold(answer), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> EvidenceOf(Given given) => given.Question.Evidence is { IsEmpty: false } sentences ? sentences
        : given.Articles is [var article] && given.Question.Para is { } paragraphs ? paragraphs.Select(at => article.Paragraphs[at])
        : [];

    [GeneratedRegex(@"\s*\[\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
