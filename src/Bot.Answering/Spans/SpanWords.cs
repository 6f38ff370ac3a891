using System.Buffers;
using Bot.Answering.Lexicons.Senses;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>A sentence's words as they are written, and what each is to a question.</summary>
internal sealed class SpanWords
{
    /// <summary>What is farther away counts as no more than so far.</summary>
    public const int Far = 10;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()[]\"“”«»„");

    private readonly string _sentence;
    private readonly SpanWord[] _words;
    private readonly int[] _meant;

    /// <param name="question">The question.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="match">Its words as analysed.</param>
    public SpanWords(ReadQuestion question, string sentence, TermMatch match)
    {
        var words = QuestionWords.Of(question.Language);
        var senses = WordSenses.Of(question.Language);
        var asked = match.Terms.Where(term => question.Terms.Any(word => match.Alike(word.Text, term.Text))).Select(term => term.Span).ToArray();
        var focus = match.Terms.Where(term => question.Focus.Any(word => match.Alike(word.Text, term.Text))).Select(term => term.Span).ToArray();
        _sentence = sentence;
        _words = [.. Spans(sentence).Select(Word)];
        _meant = new int[_words.Length + 1];
        for (var at = 0; at < _words.Length; at++)
        {
            _meant[at + 1] = _meant[at] + (_words[at].Role == WordRole.Determiner ? 0 : 1);
        }

        SpanWord Word(TextSpan span)
        {
            var written = span.In(sentence).ToLowerInvariant();
            var isFunction = words.Function.Contains(written) || !match.Terms.Any(term => term.Span.Overlaps(span));
            return new(span, isFunction, asked.Any(span.Overlaps), focus.Any(span.Overlaps), sentence[span.Start])
            {
                Role = words.Roles.TryGetValue(written, out var role) ? role : isFunction ? WordRole.Function : WordRole.Content,
                Sense = words.SenseOf(span.In(sentence), senses),
                Determiner = 1 + words.Determiners.IndexOf(written),
                Ending = 1 + words.Endings.IndexOf(words.Endings.FirstOrDefault(ending => written.EndsWith(ending, StringComparison.Ordinal), "")),
            };
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _words.Length;

    /// <summary>One of them.</summary>
    public SpanWord this[int at] => _words[at];

    /// <summary>Whether a run of them has a word that is neither the question's own nor without content.</summary>
    public bool SayAnything(int first, int last)
    {
        foreach (var word in _words.AsSpan(first, last - first + 1))
        {
            if (!word.IsAsked && !word.IsFunction)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there is such a word, and it is what is asked for by name.</summary>
    public bool IsFocus(int at) => at >= 0 && at < _words.Length && _words[at].IsFocus;

    /// <summary>The words from one to another, as numbers among those that are no articles: from and before.</summary>
    public (int From, int Before) Meant(int first, int last) => (_meant[first], _meant[last + 1]);

    /// <summary>What a word does, as its number; −1 where there is none.</summary>
    public int RoleOf(int at) => at >= 0 && at < _words.Length ? (int)_words[at].Role : -1;

    /// <summary>How a word ends, as its place in the language's list from 1; 0 for any other.</summary>
    public int EndingOf(int at) => at >= 0 && at < _words.Length ? _words[at].Ending : 0;

    /// <summary>Which article or the like a word is, as its place in the language's list from 1; 0 for none.</summary>
    public int DeterminerOf(int at) => at >= 0 && at < _words.Length ? _words[at].Determiner : 0;

    /// <summary>Whether one of the question's words stands in a span.</summary>
    public bool AnyAsked(TextSpan span) => Array.Exists(_words, word => word.IsAsked && word.Span.Overlaps(span));

    /// <summary>How far from a word the nearest of the question's is, in steps to one side.</summary>
    public int Distance(int from, int step)
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

    /// <summary>What stands beside a word, on the side of a step.</summary>
    public SpanEdge Edge(int at, int step)
    {
        var beside = at + step;
        if (beside < 0 || beside >= _words.Length)
        {
            return SpanEdge.Sentence;
        }

        var (left, right) = step < 0 ? (beside, at) : (at, beside);
        var between = _sentence.AsSpan(_words[left].Span.End.._words[right].Span.Start);
        return between.ContainsAny(Brackets) ? SpanEdge.Bracket
            : !between.IsWhiteSpace() ? SpanEdge.Mark
            : ClassOf(beside);
    }

    /// <summary>What a word is.</summary>
    public SpanEdge ClassOf(int at) => _words[at] switch
    {
        { IsFunction: true } => SpanEdge.Function,
        { IsAsked: true } => SpanEdge.Asked,
        { Letter: var letter } when char.IsDigit(letter) => SpanEdge.Number,
        { Letter: var letter } when char.IsUpper(letter) => SpanEdge.Capital,
        _ => SpanEdge.Word,
    };

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
}

/// <summary>A word of a sentence.</summary>
/// <param name="Span">Where it stands, without the marks at its edges.</param>
/// <param name="IsFunction">Whether it carries no content.</param>
/// <param name="IsAsked">Whether it is the question's.</param>
/// <param name="IsFocus">Whether it is what is asked for by name.</param>
/// <param name="Letter">Its first letter.</param>
internal readonly record struct SpanWord(TextSpan Span, bool IsFunction, bool IsAsked, bool IsFocus, char Letter)
{
    /// <summary>What it does.</summary>
    public WordRole Role { get; init; }

    /// <summary>What it is by itself.</summary>
    public WordSense Sense { get; init; }

    /// <summary>Which article or the like it is: its place in the language's list from 1; 0 for none.</summary>
    public int Determiner { get; init; }

    /// <summary>How it ends: its place in the language's list from 1; 0 for any other.</summary>
    public int Ending { get; init; }
}
