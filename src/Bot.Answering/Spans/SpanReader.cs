using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Search;

namespace Bot.Answering.Spans;

/// <summary>The words of one sentence that could answer a question in short, with what tells how well they do.</summary>
internal sealed class SpanReader
{
    private const int MostWords = 8;
    private const int Around = 5;

    private static readonly int AllFeatures = Enum.GetValues<SpanFeature>().Length;

    private readonly ReadQuestion _question;
    private readonly string _sentence;
    private readonly ImmutableArray<Fact> _facts;
    private readonly HashSet<Fact> _fitting;
    private readonly Fact[] _rivals;
    private readonly SpanWords _words;
    private readonly AskedOrder _asked;
    private readonly Asking _asking;
    private readonly SpanSetting _setting;
    private readonly SpanSenses _senses;

    /// <param name="question">The question.</param>
    /// <param name="hit">The sentence.</param>
    /// <param name="match">Its words as analysed.</param>
    /// <param name="facts">The facts it states.</param>
    public SpanReader(ReadQuestion question, SearchHit hit, TermMatch match, ImmutableArray<Fact> facts)
    {
        var sentence = hit.Text;
        (_question, _sentence, _facts) = (question, sentence, facts);
        _fitting = [.. facts.Where(fact => AnswerTypeFit.Fits(new(question, sentence, match, facts), fact))];
        _words = new SpanWords(question, sentence, match);
        _rivals = [.. facts.Where(fact => !_words.AnyAsked(fact.Span))];
        _asked = new AskedOrder(question, match);
        _asking = Asking.Of(question);
        _senses = new SpanSenses(_words, _asking.Supersense);
        _setting = new SpanSetting(question, _asking, sentence, match, new TermSet(hit.Passage.Article.Title, hit.Passage.Article.Language));
    }

    /// <summary>Every run of a few words that does not end in one without content.</summary>
    public IEnumerable<SpanCandidate> Read()
    {
        for (var first = 0; first < _words.Count; first++)
        {
            for (var last = first; last < Math.Min(_words.Count, first + MostWords); last++)
            {
                if (!_words[last].IsFunction && _words.SayAnything(first, last))
                {
                    yield return new(_words.Meant(first, last), new(_words[first].Span.Start, _words[last].Span.End), Features(first, last));
                }
            }
        }
    }

    private double[] Features(int first, int last)
    {
        var features = new double[AllFeatures];
        var span = new TextSpan(_words[first].Span.Start, _words[last].Span.End);
        var count = last - first + 1;
        Set(SpanFeature.Words, count);
        Set(SpanFeature.Letters, span.Length);
        Set(SpanFeature.Digits, _sentence.AsSpan(span.Start..span.End).ContainsAnyInRange('0', '9') ? 1 : 0);
        Set(SpanFeature.DeterminerBefore, _words.DeterminerOf(first - 1));
        Set(SpanFeature.Start, (double)first / _words.Count);
        Set(SpanFeature.Left, Math.Min(SpanWords.Far, _words.Count - 1 - last));
        Set(SpanFeature.AskedBefore, _words.Distance(first, -1));
        Set(SpanFeature.AskedAfter, _words.Distance(last, 1));
        Set(SpanFeature.EdgeBefore, (int)_words.Edge(first, -1));
        Set(SpanFeature.EdgeAfter, (int)_words.Edge(last, 1));
        Set(SpanFeature.First, (int)_words.ClassOf(first));
        Set(SpanFeature.Last, (int)_words.ClassOf(last));
        Set(SpanFeature.FocusBeside, _words.IsFocus(first - 1) || _words.IsFocus(last + 1) ? 1 : 0);
        Set(SpanFeature.RoleBefore, _words.RoleOf(first - 1));
        Set(SpanFeature.RoleBeforeThat, _words.RoleOf(first - 2));
        Set(SpanFeature.RoleAfter, _words.RoleOf(last + 1));
        Set(SpanFeature.RoleFirst, _words.RoleOf(first));
        Set(SpanFeature.EndingBefore, _words.EndingOf(first - 1));
        Set(SpanFeature.EndingFirst, _words.EndingOf(first));
        Set(SpanFeature.EndingLast, _words.EndingOf(last));
        Set(SpanFeature.EndingAfter, _words.EndingOf(last + 1));
        for (var at = first; at <= last; at++)
        {
            var word = _words[at];
            Add(SpanFeature.Asked, word.IsAsked ? 1.0 / count : 0);
            Add(SpanFeature.Focus, word.IsFocus ? 1 : 0);
            Add(SpanFeature.Capitals, char.IsUpper(word.Letter) ? 1.0 / count : 0);
            Add(SpanFeature.Function, word.IsFunction ? 1 : 0);
            Add(SpanFeature.Conjunctions, word.Role == WordRole.Conjunction ? 1 : 0);
            Add(SpanFeature.Ties, word.Role is WordRole.Agent or WordRole.Placing or WordRole.Belonging or WordRole.Preposition ? 1 : 0);
            Add(SpanFeature.Commas, at > first && _words.Edge(at, -1) == SpanEdge.Mark ? 1 : 0);
        }

        for (var at = Math.Max(0, first - Around); at <= Math.Min(_words.Count - 1, last + Around); at++)
        {
            Add(SpanFeature.AskedAround, (at < first || at > last) && _words[at].IsAsked ? 1 : 0);
        }

        AddFacts(span, Set);
        AddQuestion(span, Set);
        _setting.Add(span, Set);
        _senses.Add(first, last, Set);
        Set(SpanFeature.Unbalanced, IsUnbalanced(span.In(_sentence)) ? 1 : 0);
        return features;

        void Set(SpanFeature feature, double value) => features[(int)feature] = value;
        void Add(SpanFeature feature, double value) => features[(int)feature] += value;
    }

    private void AddFacts(TextSpan span, Action<SpanFeature, double> set)
    {
        var kind = 0;
        bool cuts = false, within = false, fits = false;
        foreach (var fact in _facts)
        {
            if (span.Contains(fact.Span))
            {
                kind = Math.Max(kind, KindOf(fact, span));
                fits = fits || _fitting.Contains(fact);
            }
            else if (fact.Span.Contains(span))
            {
                within = within || fact.Kind != FactKind.Quotation;
            }
            else
            {
                cuts = cuts || fact.Span.Overlaps(span);
            }
        }

        set(SpanFeature.Fact, kind);
        set(SpanFeature.Rivals, _rivals.Count(fact => KindOf(fact, fact.Span) == kind && !span.Contains(fact.Span)));
        set(SpanFeature.CutsFact, cuts || within ? 1 : 0);
        set(SpanFeature.Fits, fits ? 1 : 0);
        set(SpanFeature.Fitting, _fitting.Count);
    }

    private void AddQuestion(TextSpan span, Action<SpanFeature, double> set)
    {
        set(SpanFeature.Type, (int)_question.Type);
        set(SpanFeature.AskedLeft, _asked.ShareBefore(span));
        set(SpanFeature.FirstAsked, _asked.SideOf(0, span));
        set(SpanFeature.LastAsked, _asked.SideOf(^1, span));
        set(SpanFeature.Nearness, _asked.Nearness(span));
        set(SpanFeature.AsksAt, _asking.Place);
        set(SpanFeature.AskingWord, _asking.Word);
        set(SpanFeature.AskedBehind, _asking.Behind);
    }

    private static int KindOf(Fact fact, TextSpan span) =>
        fact.Span == span ? 1 + (int)fact.Kind : fact.Phrase == span ? 5 : 0;

    private static bool IsUnbalanced(string words) =>
        words.AsSpan().Count('(') != words.AsSpan().Count(')') || words.AsSpan().Count('“') != words.AsSpan().Count('”') || words.AsSpan().Count('"') % 2 == 1;
}
