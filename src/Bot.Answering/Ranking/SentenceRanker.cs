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
        var coverage = new Coverage(terms, rarities, inSentence, anywhere);
        // A table's row stands beside the names of its columns.
        var closeness = hit.Passage.Kind == PassageKind.Table ? 1 : coverage.Closeness(sentence);
        var hasFocus = question.Focus.IsEmpty || question.Focus.Any(focus => sentence.Of(focus.Text) > 0 || around.Of(focus) > 0);
        var signals = new Signals
        {
            Search = best > 0 ? hit.Score / best : 0,
            Coverage = coverage.Sentence,
            Context = coverage.Context,
            Names = coverage.Names,
            Type = fit,
            Closeness = closeness,
            Lacks = Lacks.Of(question, fit, hasFocus, coverage, closeness),
            Run = coverage.Run(sentence),
            Unaided = Synonyms.Of(language).IsEmpty ? 1 : 0,
            Early = 1.0 / hit.Passage.Id.Ordinal,
            Aside = hit.Passage.Kind == PassageKind.Caption && !question.OfPhoto ? 1 : 0,
            Pronoun = QuestionWords.Of(language).Pronouns.Contains(Phrases.Of(text).Words.FirstOrDefault("")) ? 1 : 0,
        };
        return new(hit, Weights.Score(signals), Weights.Confidence(signals), signals, facts);
    }
}
