using System.Collections.Immutable;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Ranking;

/// <summary>Puts found sentences in the order in which they answer a question, by what question and sentence share.</summary>
/// <param name="snapshot">Where they were found.</param>
/// <param name="learned">What the order and the confidence were learned from.</param>
internal sealed class SentenceRanker(KnowledgeSnapshot snapshot, LearnedAnswering learned)
{
    private const double Said = 0.5;

    /// <summary>Ranks the sentences a search found; the order of equals is the search's.</summary>
    public ImmutableArray<RankedSentence> Rank(ReadQuestion question, ImmutableArray<SearchHit> hits)
    {
        var found = Read(question, hits);
        var asked = SubjectLabels.Letters(question.Text);
        var scores = learned.Ranking.Scores(Signals.Vectors(found.Select(each => each.Signals)));
        var ordered = found.Select((each, at) => (each.Hit, each.Signals, each.Sentence, Score: scores[at]))
            .OrderBy(each => IsTooOld(each.Hit, question))
            .ThenBy(each => SubjectLabels.AreOfAnother(asked, each.Hit))
            .ThenBy(each => each.Signals.Tells(Rule.Strays))
            .ThenBy(each => each.Signals.Tells(Rule.Drifts))
            .ThenByDescending(each => Leads(each.Signals))
            .ThenBy(each => each.Signals.Tells(Rule.Headed) ? each.Hit.SentenceIndex : 0)
            .ThenByDescending(each => each.Score)
            .ToArray();
        Compare([.. ordered.Select(each => each.Signals)], [.. ordered.Select(each => each.Score)]);
        var confidences = learned.Confidences([.. ordered.Select(each => each.Signals)]);
        return [.. ordered.Select((each, at) => new RankedSentence(
            each.Hit, each.Score, Confidence(each.Hit, each.Signals, confidences[at]), each.Signals, each.Sentence.Words, each.Sentence.Facts))];

        double Confidence(SearchHit hit, Signals signals, double learnt) =>
            IsTooOld(hit, question) ? 0 : IsSaid(signals, question) ? Math.Max(Said, learnt) : learnt;
    }

    /// <summary>What tells how well each sentence fits, before it is ranked.</summary>
    public ImmutableArray<(SearchHit Hit, Signals Signals, ReadSentence Sentence)> Read(ReadQuestion question, ImmutableArray<SearchHit> hits)
    {
        var reader = new SignalReader(question, snapshot);
        var found = hits.Where(hit => !SaysNothing(hit) && (!hit.IsAttribution || question.AsksWhoSomebodyIs)).Select(hit => (Hit: hit, Read: reader.Read(hit)))
            .Select(each => (each.Hit, each.Read.Signals, each.Read.Sentence)).ToImmutableArray();
        if (found.IsEmpty)
        {
            return found;
        }

        var (best, coverage, context, match) = (
            hits[0].Score, found.Max(each => each.Signals[Signal.Coverage]), found.Max(each => each.Signals[Signal.Context]), found.Max(each => each.Signals[Signal.SentenceMatch]));
        var isUnheard = question.WantsSpeaker && found.All(each => each.Signals[Signal.Type] < 1);

        // Another article's mayor is another town's.
        var isOne = found.All(each => each.Hit.Passage.Article == found[0].Hit.Passage.Article);
        var isHeld = found.Any(each => each.Signals.Tells(Rule.Holds) && (isOne || each.Signals[Signal.Names] == 1));
        for (var at = 0; at < found.Length; at++)
        {
            var signals = found[at].Signals;
            signals.Add(Rule.Unheard, isUnheard);
            signals.Add(Rule.Vacant, !isHeld && signals.Tells(Rule.HasOffice));
            signals[Signal.Search] = best > 0 ? found[at].Hit.Score / best : 0;
            signals[Signal.Place] = at;
            signals[Signal.CoverageBehind] = signals[Signal.Coverage] - coverage;
            signals[Signal.ContextBehind] = signals[Signal.Context] - context;
            signals[Signal.MatchBehind] = signals[Signal.SentenceMatch] - match;
            reader.ArticleOf(found[at].Hit).Tell(signals, found.Length);
        }

        return found;
    }

    /// <summary>Adds how ranked sentences, best first, stand to each other.</summary>
    public static void Compare(ImmutableArray<Signals> ordered, ImmutableArray<double> scores)
    {
        var all = scores.Sum(score => Math.Exp(score - scores[0]));
        for (var at = 0; at < ordered.Length; at++)
        {
            ordered[at][Signal.Score] = scores[at];
            ordered[at][Signal.Margin] = ordered.Length == 1 ? scores[at] : scores[at] - scores[at == 0 ? 1 : 0];
            ordered[at][Signal.Chance] = Math.Exp(scores[at] - scores[0]) / all;
        }
    }

    // Whoever holds an office elsewhere holds another.
    private static bool Leads(Signals signals) => (signals.Rules & (Rule.Introduces | Rule.Measures | Rule.Speaks | Rule.Headed)) != Rule.None
        || (signals.Tells(Rule.Holds) && signals[Signal.Names] == 1);

    // Whoever asks what somebody says is answered by all they say, whoever asks how old they are by their age, and what a heading asks by what stands under it.
    private static bool IsSaid(Signals signals, ReadQuestion question) => signals.Tells(Rule.Headed) || (question.WantsSpeaker
        ? signals[Signal.Type] == 1 && signals[Signal.Names] == 1
        : question.Measured == Dimension.Age && signals.Tells(Rule.Measures));

    private static bool IsTooOld(SearchHit hit, ReadQuestion question) => hit.Passage.Article.Published is { } published && published < question.PublishedFrom;

    // What the columns are called answers nothing and counts as context of the rows; nor does a question, or "TARN." before the first words.
    private static bool SaysNothing(SearchHit hit) => (hit.Passage.Kind == PassageKind.Table && hit.Text == hit.Passage.TableHeader)
        || hit.Text.AsSpan().TrimEnd("\"”’»“ ") is [.., '?' or '？' or '؟']
        || (hit.SentenceIndex == 0 && hit.Passage.Sentences.Length > 1 && hit.Text.Any(char.IsLetter) && hit.Text.All(sign => !char.IsLetter(sign) || char.IsUpper(sign)));
}
