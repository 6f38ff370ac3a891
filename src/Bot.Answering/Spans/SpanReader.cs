using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

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
    private readonly SpanWords _words;

    /// <param name="question">The question.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="match">Its words as analysed.</param>
    /// <param name="facts">The facts it states.</param>
    public SpanReader(ReadQuestion question, string sentence, TermMatch match, ImmutableArray<Fact> facts)
    {
        (_question, _sentence, _facts) = (question, sentence, facts);
        _fitting = [.. facts.Where(fact => AnswerTypeFit.Fits(question, fact, match, facts))];
        _words = new SpanWords(question, sentence, match);
    }

    /// <summary>Every run of a few words that does not end in one without content.</summary>
    public IEnumerable<(TextSpan Span, double[] Features)> Read()
    {
        for (var first = 0; first < _words.Count; first++)
        {
            for (var last = first; last < Math.Min(_words.Count, first + MostWords); last++)
            {
                if (!_words[last].IsFunction && _words.SayAnything(first, last))
                {
                    yield return (new(_words[first].Span.Start, _words[last].Span.End), Features(first, last));
                }
            }
        }
    }

    private double[] Features(int first, int last)
    {
        var features = new double[AllFeatures];
        var span = new TextSpan(_words[first].Span.Start, _words[last].Span.End);
        var inside = _words.Run(first, last);
        var facts = _facts.Where(fact => span.Contains(fact.Span)).ToArray();
        Set(SpanFeature.Words, inside.Length);
        Set(SpanFeature.Start, (double)first / _words.Count);
        Set(SpanFeature.Left, Math.Min(SpanWords.Far, _words.Count - 1 - last));
        Set(SpanFeature.AskedBefore, _words.Distance(first, -1));
        Set(SpanFeature.AskedAfter, _words.Distance(last, 1));
        Set(SpanFeature.EdgeBefore, (int)_words.Edge(first, -1));
        Set(SpanFeature.EdgeAfter, (int)_words.Edge(last, 1));
        Set(SpanFeature.First, (int)_words.ClassOf(first));
        Set(SpanFeature.Last, (int)_words.ClassOf(last));
        Set(SpanFeature.Fact, facts.Select(fact => KindOf(fact, span)).DefaultIfEmpty(0).Max());
        Set(SpanFeature.Facts, facts.Length);
        Set(SpanFeature.CutsFact, _facts.Any(fact => fact.Span.Overlaps(span) && !span.Contains(fact.Span) && !fact.Span.Contains(span)) ? 1
            : _facts.Any(fact => fact.Kind != FactKind.Quotation && fact.Span.Contains(span) && fact.Span != span) ? 1 : 0);
        Set(SpanFeature.Fits, facts.Any(_fitting.Contains) ? 1 : 0);
        Set(SpanFeature.FocusBeside, _words.IsFocus(first - 1) || _words.IsFocus(last + 1) ? 1 : 0);
        Set(SpanFeature.Commas, span.In(_sentence).AsSpan().Count(','));
        Set(SpanFeature.Unbalanced, IsUnbalanced(span.In(_sentence)) ? 1 : 0);
        Set(SpanFeature.Type, (int)_question.Type);
        Set(SpanFeature.AsksPerson, _question.Type == AnswerType.Person ? 1 : 0);
        Set(SpanFeature.AsksPlace, _question.Type == AnswerType.Place ? 1 : 0);
        Set(SpanFeature.AsksDate, _question.Type == AnswerType.Date ? 1 : 0);
        Set(SpanFeature.AsksNumber, _question.Type != AnswerType.Date && AnswerTypeFit.IsRequired(_question.Type) ? 1 : 0);
        foreach (var word in inside)
        {
            Add(SpanFeature.Asked, word.IsAsked ? 1.0 / inside.Length : 0);
            Add(SpanFeature.Focus, word.IsFocus ? 1 : 0);
            Add(SpanFeature.Capitals, char.IsUpper(word.Letter) ? 1.0 / inside.Length : 0);
            Add(SpanFeature.Function, word.IsFunction ? 1 : 0);
        }

        for (var at = Math.Max(0, first - Around); at <= Math.Min(_words.Count - 1, last + Around); at++)
        {
            Add(SpanFeature.AskedAround, (at < first || at > last) && _words[at].IsAsked ? 1 : 0);
        }

        return features;

        void Set(SpanFeature feature, double value) => features[(int)feature] = value;
        void Add(SpanFeature feature, double value) => features[(int)feature] += value;
    }

    private static int KindOf(Fact fact, TextSpan span) =>
        fact.Span == span ? 1 + (int)fact.Kind : fact.Phrase == span ? 5 : 0;

    private static bool IsUnbalanced(string words) =>
        words.AsSpan().Count('(') != words.AsSpan().Count(')') || words.AsSpan().Count('“') != words.AsSpan().Count('”') || words.AsSpan().Count('"') % 2 == 1;
}
