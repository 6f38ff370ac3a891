using System.Buffers;
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
    private const int Far = 10;
    private const int Around = 5;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()[]\"“”«»„");

    private readonly ReadQuestion _question;
    private readonly string _sentence;
    private readonly ImmutableArray<Fact> _facts;
    private readonly HashSet<Fact> _fitting;
    private readonly Word[] _words;

    /// <param name="question">The question.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="match">Its words as analysed.</param>
    /// <param name="facts">The facts it states.</param>
    public SpanReader(ReadQuestion question, string sentence, TermMatch match, ImmutableArray<Fact> facts)
    {
        (_question, _sentence, _facts) = (question, sentence, facts);
        _fitting = [.. facts.Where(fact => AnswerTypeFit.Fits(question, fact, match, facts))];
        var function = QuestionWords.Of(question.Language).Function;
        var asked = match.Terms.Where(term => question.Terms.Any(word => match.Alike(word.Text, term.Text))).Select(term => term.Span).ToArray();
        var focus = match.Terms.Where(term => question.Focus.Any(word => match.Alike(word.Text, term.Text))).Select(term => term.Span).ToArray();
        _words = [.. Spans(sentence).Select(span => new Word(
            span, function.Contains(span.In(sentence).ToLowerInvariant()) || !match.Terms.Any(term => term.Span.Overlaps(span)), asked.Any(span.Overlaps), focus.Any(span.Overlaps), sentence[span.Start]))];
    }

    /// <summary>Every run of a few words that does not end in one without content.</summary>
    public IEnumerable<(TextSpan Span, double[] Features)> Read()
    {
        for (var first = 0; first < _words.Length; first++)
        {
            for (var last = first; last < Math.Min(_words.Length, first + MostWords); last++)
            {
                if (!_words[last].IsFunction && !Enumerable.Range(first, last - first + 1).All(at => _words[at].IsAsked || _words[at].IsFunction))
                {
                    yield return (new(_words[first].Span.Start, _words[last].Span.End), Features(first, last));
                }
            }
        }
    }

    private double[] Features(int first, int last)
    {
        var features = new double[Enum.GetValues<SpanFeature>().Length];
        var span = new TextSpan(_words[first].Span.Start, _words[last].Span.End);
        var inside = _words.AsSpan(first, last - first + 1);
        var facts = _facts.Where(fact => span.Contains(fact.Span)).ToArray();
        Set(SpanFeature.Words, inside.Length);
        Set(SpanFeature.Start, (double)first / _words.Length);
        Set(SpanFeature.Left, Math.Min(Far, _words.Length - 1 - last));
        Set(SpanFeature.AskedBefore, Distance(first, -1));
        Set(SpanFeature.AskedAfter, Distance(last, 1));
        Set(SpanFeature.EdgeBefore, (int)Edge(first, -1));
        Set(SpanFeature.EdgeAfter, (int)Edge(last, 1));
        Set(SpanFeature.First, (int)ClassOf(first));
        Set(SpanFeature.Last, (int)ClassOf(last));
        Set(SpanFeature.Fact, facts.Select(fact => KindOf(fact, span)).DefaultIfEmpty(0).Max());
        Set(SpanFeature.Facts, facts.Length);
        Set(SpanFeature.CutsFact, _facts.Any(fact => fact.Span.Overlaps(span) && !span.Contains(fact.Span) && !fact.Span.Contains(span)) ? 1
            : _facts.Any(fact => fact.Kind != FactKind.Quotation && fact.Span.Contains(span) && fact.Span != span) ? 1 : 0);
        Set(SpanFeature.Fits, facts.Any(_fitting.Contains) ? 1 : 0);
        Set(SpanFeature.FocusBeside, IsFocus(first - 1) || IsFocus(last + 1) ? 1 : 0);
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

        for (var at = Math.Max(0, first - Around); at <= Math.Min(_words.Length - 1, last + Around); at++)
        {
            Add(SpanFeature.AskedAround, (at < first || at > last) && _words[at].IsAsked ? 1 : 0);
        }

        return features;

        void Set(SpanFeature feature, double value) => features[(int)feature] = value;
        void Add(SpanFeature feature, double value) => features[(int)feature] += value;
    }

    private bool IsFocus(int at) => at >= 0 && at < _words.Length && _words[at].IsFocus;

    private int Distance(int from, int step)
    {
        for (var away = 1; away < Far; away++)
        {
            var at = from + (step * away);
            if (at < 0 || at >= _words.Length)
            {
                return Far;
            }

            if (_words[at].IsAsked)
            {
                return away;
            }
        }

        return Far;
    }

    private SpanEdge Edge(int at, int step)
    {
        var beside = at + step;
        if (beside < 0 || beside >= _words.Length)
        {
            return SpanEdge.Sentence;
        }

        var between = step < 0 ? _sentence[_words[beside].Span.End.._words[at].Span.Start] : _sentence[_words[at].Span.End.._words[beside].Span.Start];
        return between.AsSpan().ContainsAny(Brackets) ? SpanEdge.Bracket
            : between.Any(letter => !char.IsWhiteSpace(letter)) ? SpanEdge.Mark
            : ClassOf(beside);
    }

    private SpanEdge ClassOf(int at) => _words[at] switch
    {
        { IsFunction: true } => SpanEdge.Function,
        { IsAsked: true } => SpanEdge.Asked,
        { Letter: var letter } when char.IsDigit(letter) => SpanEdge.Number,
        { Letter: var letter } when char.IsUpper(letter) => SpanEdge.Capital,
        _ => SpanEdge.Word,
    };

    private static int KindOf(Fact fact, TextSpan span) =>
        fact.Span == span ? 1 + (int)fact.Kind : fact.Phrase == span ? 5 : 0;

    private static bool IsUnbalanced(string words) =>
        words.AsSpan().Count('(') != words.AsSpan().Count(')') || words.AsSpan().Count('“') != words.AsSpan().Count('”') || words.AsSpan().Count('"') % 2 == 1;

    // Words as they are written, without the marks at their edges.
    private static IEnumerable<TextSpan> Spans(string sentence)
    {
        for (var start = 0; start < sentence.Length;)
        {
            var end = start;
            while (end < sentence.Length && !char.IsWhiteSpace(sentence[end]))
            {
                end++;
            }

            var (first, last) = (start, end);
            while (first < last && !char.IsLetterOrDigit(sentence[first]) && !char.IsSymbol(sentence[first]))
            {
                first++;
            }

            while (last > first && !char.IsLetterOrDigit(sentence[last - 1]) && sentence[last - 1] != '%')
            {
                last--;
            }

            if (last > first)
            {
                yield return new(first, last);
            }

            start = end + 1;
        }
    }

    private readonly record struct Word(TextSpan Span, bool IsFunction, bool IsAsked, bool IsFocus, char Letter);
}
