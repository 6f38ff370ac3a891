using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Ranking;

/// <summary>Reads what tells how well sentences fit one question.</summary>
internal sealed class SignalReader
{
    private const double Half = 0.5;

    // Most of what was learned is in it, and of no other as many synonyms are known.
    private const string LearnedLanguage = "en";

    private readonly ReadQuestion _question;
    private readonly KnowledgeSnapshot _snapshot;
    private readonly SpeechFit _speech;
    private readonly double[] _rarities;
    private readonly Reversal _reversal;
    private readonly Dictionary<string, FoundArticle> _articles = new(StringComparer.Ordinal);
    private readonly AkinWords _akin;
    private readonly Acronyms _acronyms;
    private readonly SectionHeading _heading;

    /// <param name="question">The question.</param>
    /// <param name="snapshot">Where the sentences were found: says how rare a word is.</param>
    public SignalReader(ReadQuestion question, KnowledgeSnapshot snapshot)
    {
        (_question, _snapshot, _speech, _reversal, _akin, _acronyms) = (question, snapshot, new SpeechFit(question), new Reversal(question), new AkinWords(question.Terms), new Acronyms(question));
        _heading = new SectionHeading(question, snapshot);
        _rarities = [.. question.Terms.Select(term => term.Weight * snapshot.InverseDocumentFrequency(question.Language, term.Text))];
    }

    /// <summary>The article of a sentence, of which others were read too.</summary>
    public FoundArticle ArticleOf(SearchHit hit)
    {
        var article = hit.Passage.Article;
        return _articles.TryGetValue(article.Slug, out var known) ? known : _articles[article.Slug] = new(article, _question.Terms, _rarities);
    }

    /// <summary>What a sentence shares with the question, and what it says to any.</summary>
    public (Signals Signals, ReadSentence Sentence) Read(SearchHit hit)
    {
        var around = Surroundings.Of(hit.Passage, _snapshot);
        var sentence = around.Sentence(hit.SentenceIndex);
        var (signals, asked) = (new Signals(), new AskedSentence(_question, hit.Text, sentence.Words, sentence.Facts));
        AddMatches(signals, hit.Parts);
        AddWords(signals, hit, asked, sentence, around);
        AddFacts(signals, asked);
        AddPlace(signals, hit, sentence);
        return (signals, sentence);
    }

    private void AddMatches(Signals signals, in ScoreParts parts)
    {
        var all = Math.Max(_rarities.Sum(), double.Epsilon);
        signals[Signal.SentenceMatch] = parts.Sentence / all;
        signals[Signal.WindowMatch] = parts.Window / all;
        signals[Signal.ParagraphMatch] = parts.Paragraph / all;
        signals[Signal.HeadingMatch] = parts.Heading / all;
        signals[Signal.TitleMatch] = parts.Title / all;
    }

    private void AddWords(Signals signals, SearchHit hit, AskedSentence asked, ReadSentence read, Surroundings around)
    {
        var (terms, sentence) = (_question.Terms, read.Words);
        var fit = _question.Kind == QuestionKind.Speech ? _speech.Of(hit) : AnswerTypeFit.Of(asked);
        var standIns = new StandIns(asked, hit, read, fit, _acronyms);
        var inSentence = terms.Select(term => sentence.Of(term.Text) is var found && found < 1 ? Math.Max(found, standIns.For(term)) : found).ToArray();
        var anywhere = terms.Select((term, at) => Math.Max(inSentence[at], around.Of(term))).ToArray();
        ArticleOf(hit).Add(anywhere);
        var coverage = new Coverage(terms, _rarities, inSentence, anywhere);

        // A table's row stands beside the names of its columns.
        var closeness = hit.Passage.Kind == PassageKind.Table ? 1 : coverage.Closeness(sentence);
        var focused = _question.Focus.IsEmpty || _question.Focus.Any(focus => sentence.Of(focus.Text) > 0) ? 1
            : _question.Focus.Any(focus => around.Of(focus) > 0) ? Half : 0;
        signals.Add(Rule.Strays, coverage.OwnNames == 0);
        signals.Add(Rule.Speaks, _question.WantsSpeaker && fit == 1);
        signals.Add(Rule.Drifts, Drifts(read));
        signals.Add(Rule.Measures, standIns.IsMeasured && (_question.Measured == Dimension.Age ? coverage.NamesWithin > 0 || Means(hit, read, around) : coverage.NamesWithin == 1));
        signals.Add(Office.Of(asked));
        signals.Add(Rule.Headed, (fit > 0 || !AnswerTypeFit.IsRequired(_question.Type)) && _heading.Leads(hit));
        signals[Signal.Type] = fit;
        signals[Signal.Coverage] = coverage.Sentence;
        signals[Signal.Context] = coverage.Context;
        signals[Signal.Akin] = Share(_akin.Of(read));
        signals[Signal.AkinSoFar] = Share(_akin.SoFar(around.Sentence, hit.SentenceIndex));
        signals[Signal.Before] = CoverageOf(hit, around, -1);
        signals[Signal.After] = CoverageOf(hit, around, 1);
        signals[Signal.Names] = coverage.Names;
        signals[Signal.NamesWithin] = coverage.NamesWithin;
        signals[Signal.Predicate] = coverage.Predicate;
        signals[Signal.PredicateWithin] = coverage.PredicateWithin;
        signals[Signal.Missing] = coverage.Missing;
        signals[Signal.Outside] = coverage.Outside;
        signals[Signal.MissingWords] = coverage.MissingWords;
        signals[Signal.MissingRarity] = coverage.MissingRarity;
        signals[Signal.OutsideRarity] = coverage.OutsideRarity;
        signals[Signal.NumbersMissing] = coverage.NumbersMissing;
        signals[Signal.Closeness] = closeness;
        signals[Signal.Run] = coverage.Run(sentence);
        signals[Signal.Density] = sentence.Terms.Length == 0 ? 0 : (double)inSentence.Count(found => found > 0) / sentence.Terms.Length;
        signals[Signal.Length] = sentence.Terms.Length;
        signals[Signal.QuestionLength] = terms.Length;
        signals[Signal.Focus] = focused;
        signals[Signal.Reversed] = _reversal.Of(hit, sentence);
        var lacks = Lacks.Of(_question, fit, focused > 0, coverage, closeness);
        signals[Signal.LacksType] = lacks.Type;
        signals[Signal.LacksSaid] = lacks.Said;
        signals[Signal.LacksThing] = lacks.Thing;
        signals[Signal.LacksDeed] = lacks.Deed;
        signals[Signal.LacksRelation] = lacks.Relation;
    }

    // What a question that goes on from another asks itself, no word of it.
    private bool Drifts(ReadSentence sentence)
    {
        var own = _question.Terms.Select((term, at) => (term, at)).Where(each => each.term.IsOwn && !_question.Measuring.Contains(each.term)).ToArray();
        return own.Length > 0 && _question.Terms.Any(term => !term.IsOwn) && _akin.Of(sentence) is var akin && own.All(each => akin[each.at] == 0);
    }

    // "She was 91", of whom the question names: nearly certain, or of the sentence before, which names no other woman.
    private bool Means(SearchHit hit, ReadSentence sentence, Surroundings around)
    {
        if (_question.Terms.Any(term => term.IsName && sentence.Meant.Of(term.Text) > 0))
        {
            return true;
        }

        if (hit.SentenceIndex == 0 || PronounGender.Of(hit.Text, _question.Language) is not { } gender)
        {
            return false;
        }

        var read = around.Sentence(hit.SentenceIndex - 1);
        var before = new AskedSentence(_question, hit.Passage.Sentence(hit.SentenceIndex - 1), read.Words, read.Facts);
        var named = before.Names.Select(name => (IsAsked: AskedName.Is(before, name), Gender: PronounGender.OfName(name.Span.In(before.Text), _question.Language))).ToArray();
        return named.Any(name => name.IsAsked && (name.Gender ?? gender) == gender) && named.All(name => name.IsAsked || name.Gender != gender);
    }

    private double CoverageOf(SearchHit hit, Surroundings around, int away)
    {
        var at = hit.SentenceIndex + away;
        return at >= 0 && at < hit.Passage.Sentences.Length && around.Sentence(at).Words is var match
            ? Share([.. _question.Terms.Select(term => match.Of(term.Text))])
            : 0;
    }

    private double Share(double[] found) => new Coverage(_question.Terms, _rarities, found, found).Sentence;

    private void AddFacts(Signals signals, AskedSentence asked)
    {
        var facts = asked.Facts;
        signals[Signal.Fitting] = facts.Count(fact => AnswerTypeFit.Fits(asked, fact));
        signals[Signal.NewNames] = facts.Count(fact => fact.Kind == FactKind.Name && asked.IsNew(fact));
        signals[Signal.NewNumbers] = facts.Count(fact => fact.Kind == FactKind.Number && asked.IsNew(fact));
        signals[Signal.Dates] = facts.Count(fact => fact.Kind == FactKind.Date);
        signals.Add(Rule.Introduces, Introduction.Is(asked));
        signals[Signal.AsksPerson] = _question.Type == AnswerType.Person ? 1 : 0;
        signals[Signal.AsksPlace] = _question.Type == AnswerType.Place ? 1 : 0;
        signals[Signal.AsksDate] = _question.Type == AnswerType.Date ? 1 : 0;
        signals[Signal.AsksNumber] = _question.Type != AnswerType.Date && AnswerTypeFit.IsRequired(_question.Type) ? 1 : 0;
        signals[Signal.AsksSpeech] = _question.Kind == QuestionKind.Speech ? 1 : 0;
        signals[Signal.AsksReason] = _question.Type is AnswerType.Reason or AnswerType.Manner ? 1 : 0;
    }

    private void AddPlace(Signals signals, SearchHit hit, ReadSentence sentence)
    {
        signals[Signal.Defines] = sentence.Defines ? 1 : 0;
        signals[Signal.Pronoun] = sentence.PointsBack ? 1 : 0;
        signals[Signal.Early] = 1.0 / hit.Passage.Id.Ordinal;
        signals[Signal.InPassage] = hit.SentenceIndex;
        signals[Signal.Aside] = hit.Passage.Kind == PassageKind.Caption && !_question.OfPhoto ? 1 : 0;
        signals[Signal.Unaided] = hit.Passage.Article.Language == LearnedLanguage ? 0 : 1;
    }
}
