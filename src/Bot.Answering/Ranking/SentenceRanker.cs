using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Ranking;

/// <summary>Puts found sentences in the order in which they answer a question, by what question and sentence share.</summary>
/// <param name="snapshot">Where they were found: says how rare a word is.</param>
internal sealed class SentenceRanker(KnowledgeSnapshot snapshot)
{
    // A sentence that has the question's names and nothing of what is asked about them.
    private const double UnsaidBelow = 0.2;
    private const double UntrustedMiss = 0.3;
    private const double WithoutFocus = 0.7;

    /// <summary>Ranks the sentences a search found; the order of equals is the search's.</summary>
    public ImmutableArray<RankedSentence> Rank(ReadQuestion question, ImmutableArray<SearchHit> hits)
    {
        if (hits.IsEmpty)
        {
            return [];
        }

        var surroundings = new Dictionary<PassageId, Surroundings>();
        var speech = new SpeechFit(question);
        var rarities = question.Terms.Select(term => term.Weight * snapshot.InverseDocumentFrequency(question.Language, term.Text)).ToArray();
        var best = hits[0].Score;
        return
        [
            .. hits.Where(hit => !IsTableHeader(hit) && !IsAttribution(hit)).Select(hit => RankOne(question, rarities, hit, best, surroundings, speech))
                .OrderByDescending(sentence => sentence.Score),
        ];
    }

    // What the columns are called answers nothing; it counts as context of the rows.
    private static bool IsTableHeader(SearchHit hit) => hit.Passage.Kind == PassageKind.Table && hit.Text == hit.Passage.TableHeader;

    // Nor does the line under a block quote that says whose it is.
    private static bool IsAttribution(SearchHit hit) => hit.Passage.Kind == PassageKind.Quote && hit.Passage.Attribution is { } attribution
        && hit.Text.Trim('—', '–', '-', '~', ' ') == attribution;

    private RankedSentence RankOne(
        ReadQuestion question, double[] rarities, SearchHit hit, double best, Dictionary<PassageId, Surroundings> surroundings, SpeechFit speech)
    {
        var text = hit.Text;
        var language = hit.Passage.Article.Language;
        var facts = FactReader.Read(text, language);
        var sentence = new TermMatch(text, language);
        if (!surroundings.TryGetValue(hit.Passage.Id, out var around))
        {
            surroundings.Add(hit.Passage.Id, around = new Surroundings(hit.Passage, snapshot));
        }

        var terms = question.Terms;
        var fit = question.Kind == QuestionKind.Speech ? speech.Of(hit) : AnswerTypeFit.Of(question, text, sentence, facts);
        // "He said": the speaker the question names speaks, though the sentence does not name them.
        var named = question.Kind == QuestionKind.Speech && fit == 1 ? TermMatch.SynonymWeight : 0;
        var inSentence = terms.Select(term => Math.Max(sentence.Of(term.Text), term.IsName ? named : 0)).ToArray();
        var anywhere = terms.Select((term, at) => Math.Max(inSentence[at], around.Of(term))).ToArray();
        var names = Enumerable.Range(0, terms.Length).Where(at => terms[at].IsName || terms[at].IsNumber).ToArray();
        var others = Enumerable.Range(0, terms.Length).Except(names).ToArray();
        var rarest = rarities.DefaultIfEmpty(1).Max();
        var predicate = others.Length == 0 ? 1 : Share(anywhere, rarities, others);
        var signals = new Signals
        {
            Search = best > 0 ? hit.Score / best : 0,
            Coverage = Share(inSentence, rarities, Enumerable.Range(0, terms.Length)),
            Context = Share(anywhere, rarities, Enumerable.Range(0, terms.Length)),
            Names = names.Length == 0 ? 1 : Share(anywhere, rarities, names),
            Predicate = predicate,
            Type = fit,
            Lacking = Lacking(question, fit, predicate, question.Focus.IsEmpty || question.Focus.Any(focus => sentence.Of(focus.Text) > 0 || around.Of(focus) > 0)),
            Run = terms.Length == 0 ? 0 : LongestRun(terms, sentence) / (double)terms.Length,
            Missing = Enumerable.Range(0, terms.Length).Where(at => anywhere[at] == 0).Select(at => rarities[at] / rarest).DefaultIfEmpty(0).Max()
                * (Synonyms.Of(language).IsEmpty ? UntrustedMiss : 1),
            Early = 1.0 / hit.Passage.Id.Ordinal,
            Aside = hit.Passage.Kind == PassageKind.Caption && !question.OfPhoto ? 1 : 0,
            Pronoun = QuestionWords.Of(language).Pronouns.Contains(Phrases.Of(text).Words.FirstOrDefault("")) ? 1 : 0,
        };
        return new(hit, Weights.Score(signals), Weights.Confidence(signals), signals, facts);
    }

    private static double Lacking(ReadQuestion question, double fit, double predicate, bool hasFocus) =>
        (question.Kind == QuestionKind.Speech || AnswerTypeFit.IsRequired(question.Type) ? 1 - Math.Min(1, 2 * fit) : 0)
        + (predicate < UnsaidBelow ? 1 - predicate : hasFocus ? 0 : WithoutFocus);

    private static double Share(double[] matched, double[] rarities, IEnumerable<int> which)
    {
        double all = 0, found = 0;
        foreach (var at in which)
        {
            all += rarities[at];
            found += rarities[at] * matched[at];
        }

        return all == 0 ? 0 : found / all;
    }

    private static int LongestRun(ImmutableArray<QuestionTerm> terms, TermMatch sentence)
    {
        var longest = 0;
        for (var start = 0; start < sentence.Terms.Length; start++)
        {
            for (var from = 0; from < terms.Length; from++)
            {
                var run = 0;
                while (from + run < terms.Length && start + run < sentence.Terms.Length && terms[from + run].Text == sentence.Terms[start + run].Text)
                {
                    run++;
                }

                longest = Math.Max(longest, run);
            }
        }

        return longest;
    }
}
