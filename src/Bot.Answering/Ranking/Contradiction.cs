using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Facts;
using Bot.Answering.Questions;

namespace Bot.Answering.Ranking;

/// <summary>Two sentences that say the same of different numbers or dates: the articles contradict each other, or a newer report replaces an older one.</summary>
/// <param name="Lead">The best sentence; the newer one when one replaces the other.</param>
/// <param name="Other">The one that contradicts it.</param>
/// <param name="Replaced">Whether <paramref name="Lead"/> is of a newer article, so that nothing is contradicted any more.</param>
internal sealed record Contradiction(RankedSentence Lead, RankedSentence Other, bool Replaced)
{
    private const int Near = 5;
    private const double AlikeFrom = 0.6;

    // Reports of about the same date stand against each other; after that, the newer one is the news.
    private static readonly TimeSpan SameTime = TimeSpan.FromDays(2);

    /// <summary>The contradiction between the best sentence and one of the next, if a number or date is asked for and there is one.</summary>
    public static Contradiction? In(ReadQuestion question, ImmutableArray<RankedSentence> sentences)
    {
        if (sentences.IsEmpty || !AnswerTypeFit.IsRequired(question.Type))
        {
            return null;
        }

        var lead = sentences[0];
        RankedSentence[] told = [lead, .. sentences.Skip(1).Take(Near).Where(sentence => Contradict(question, lead, sentence))];
        return told.Length == 1 ? null : Order(question, told);
    }

    /// <summary>Whether both sides are among the claims.</summary>
    public bool IsToldBy(ImmutableArray<Claim> claims) => IsCited(Lead, claims) && IsCited(Other, claims);

    private static bool IsCited(RankedSentence sentence, ImmutableArray<Claim> claims) => claims.Any(claim =>
        claim.Citations.Any(citation => citation.Passage == sentence.Hit.Passage && sentence.Hit.Span.Contains(citation.Span)));

    // Of several reports the newest one answers: it stands against one of its own time, or replaces the last one before it.
    private static Contradiction Order(ReadQuestion question, RankedSentence[] told)
    {
        RankedSentence[] dated = [.. told.Where(sentence => DateOf(sentence) is not null)];
        if (DateOf(told[0]) is null || dated.Length == 1)
        {
            return new(told[0], told[1], Replaced: false);
        }

        var newest = dated.MaxBy(DateOf)!;
        RankedSentence[] others = [.. dated.Where(sentence => !ReferenceEquals(sentence, newest) && Contradict(question, newest, sentence))];
        return others.FirstOrDefault(sentence => DateOf(newest) - DateOf(sentence) <= SameTime) is { } rival ? new(newest, rival, Replaced: false)
            : others.MaxBy(DateOf) is { } last ? new(newest, last, Replaced: true)
            : new(told[0], told[1], Replaced: false);
    }

    private static DateTimeOffset? DateOf(RankedSentence sentence) => sentence.Hit.Passage.Article.Published;

    private static bool Contradict(ReadQuestion question, RankedSentence left, RankedSentence right) =>
        left.Hit.Passage.Article.Language == right.Hit.Passage.Article.Language
        && (SubjectLabels.In(left, question), SubjectLabels.In(right, question)) is var (ours, theirs)
        && ours.Values.SetEquals(theirs.Values)
        && (question.Type == AnswerType.Date ? DisagreeOnDates(left.Facts, right.Facts) : DisagreeOnNumbers(ours.Of(left.Facts), theirs.Of(right.Facts)))
        && SpeakOfTheSame(left.Facts, right.Facts)
        && Alike(left, right) >= AlikeFrom;

    private static bool DisagreeOnDates(ImmutableArray<Fact> left, ImmutableArray<Fact> right) =>
        Dates(left) is { Count: > 0 } ours && Dates(right) is { Count: > 0 } theirs && !ours.Overlaps(theirs);

    // Every number of one has a rival of the same unit in the other, and at least one pair differs; other dates make other events.
    private static bool DisagreeOnNumbers(ImmutableArray<Fact> left, ImmutableArray<Fact> right)
    {
        var numbers = left.Where(fact => fact.Kind == FactKind.Number).ToArray();
        var rivals = right.Where(fact => fact.Kind == FactKind.Number).ToArray();
        return numbers.Length > 0
            && numbers.All(number => rivals.Any(rival => rival.Unit == number.Unit))
            && numbers.Any(number => rivals.All(rival => rival.Unit != number.Unit || rival.Value != number.Value))
            && Dates(left).SetEquals(Dates(right));
    }

    // Other names are other things.
    private static bool SpeakOfTheSame(ImmutableArray<Fact> left, ImmutableArray<Fact> right) =>
        Names(left).IsSubsetOf(Names(right)) || Names(right).IsSubsetOf(Names(left));

    private static HashSet<string> Dates(ImmutableArray<Fact> facts) =>
        facts.Where(fact => fact.Kind == FactKind.Date).Select(fact => fact.Value).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Names(ImmutableArray<Fact> facts) =>
        facts.Where(fact => fact.Kind == FactKind.Name).SelectMany(fact => fact.Value.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // The share of words in common, numbers apart (Jaccard).
    private static double Alike(RankedSentence left, RankedSentence right)
    {
        var (ours, theirs) = (Words(left), Words(right));
        var either = ours.Union(theirs).Count();
        return either == 0 ? 0 : (double)ours.Intersect(theirs).Count() / either;
    }

    private static HashSet<string> Words(RankedSentence sentence) => sentence.Words.Terms
        .Where(term => !sentence.Facts.Any(fact => fact.Kind is FactKind.Number or FactKind.Date && fact.Span.Overlaps(term.Span)))
        .Select(term => term.Text)
        .ToHashSet(StringComparer.Ordinal);
}
