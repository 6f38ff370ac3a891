using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>What stands around the words of a sentence that could answer in short: marks, the question's words, and how far away each that counts is.</summary>
internal sealed class SpanSetting
{
    private const int Beside = 4;
    private const double Nowhere = 999;

    private readonly string _sentence;
    private readonly string _folded;
    private readonly Asking _asking;
    private readonly TermSet _title;
    private readonly TermMatch _match;
    private readonly (TextSpan Span, double Place)[] _asked;
    private readonly TextSpan[] _focus;
    private readonly TextSpan[] _first;
    private readonly TextSpan[] _last;
    private readonly TextSpan[] _deed;
    private readonly double _covered;

    /// <param name="question">The question.</param>
    /// <param name="asking">How it asks.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="match">Its words as analysed.</param>
    /// <param name="title">The title of its article.</param>
    public SpanSetting(ReadQuestion question, Asking asking, string sentence, TermMatch match, TermSet title)
    {
        (_sentence, _folded, _asking, _match, _title) = (sentence, sentence.ToLowerInvariant(), asking, match, title);
        var terms = question.Terms;
        _asked = [.. terms.SelectMany((term, at) => Of(term.Text).Select(span => (span, (double)at / Math.Max(1, terms.Length - 1))))];
        _focus = [.. question.Focus.SelectMany(focus => Of(focus.Text))];
        (_first, _last, _deed) = terms.IsEmpty ? ([], [], []) : (Of(terms[0].Text), Of(terms[^1].Text), asking.Deed is { } deed ? Of(deed) : []);
        _covered = terms.IsEmpty ? 0 : (double)terms.Count(term => match.Of(term.Text) > 0) / terms.Length;
    }

    /// <summary>Adds what stands around a span.</summary>
    public void Add(TextSpan span, Action<SpanFeature, double> set)
    {
        set(SpanFeature.MarkBefore, (int)SpanMarks.Before(_sentence, span.Start));
        set(SpanFeature.MarkAfter, (int)SpanMarks.After(_sentence, span.End));
        set(SpanFeature.NeighbourBefore, Neighbour(span, before: true));
        set(SpanFeature.NeighbourAfter, Neighbour(span, before: false));
        set(SpanFeature.FocusAway, _focus.Length == 0 ? -1 : Math.Abs(Away(_focus, span)));
        set(SpanFeature.FirstAway, Away(_first, span));
        set(SpanFeature.LastAway, Away(_last, span));
        set(SpanFeature.DeedAway, Away(_deed, span));
        set(SpanFeature.Covered, _covered);
        set(SpanFeature.SentenceWords, _match.Terms.Length);
        set(SpanFeature.Titled, Titled(span));
        var words = _folded.AsSpan(span.Start..span.End);
        set(SpanFeature.Repeated, _folded.AsSpan().IndexOf(words) != _folded.AsSpan().LastIndexOf(words) ? 1 : 0);
        var before = WordBefore(span.Start);
        set(SpanFeature.AskedTie, Ties(before));
        set(SpanFeature.AskedTieBefore, Ties(WordBefore(before.Start)));
    }

    private double Ties(TextSpan word) => _asking.Tie is not { } tie ? 0 : word.In(_folded) == tie ? 1 : -1;

    private TextSpan[] Of(string term) => [.. _match.Terms.Where(word => _match.Alike(term, word.Text)).Select(word => word.Span)];

    // Which of the question's words stands right beside: its place among them, from 0 to 1.
    private double Neighbour(TextSpan span, bool before)
    {
        var (place, nearest) = (-1.0, Beside);
        foreach (var (word, at) in _asked)
        {
            var gap = before ? span.Start - word.End : word.Start - span.End;
            if (gap >= 0 && gap < nearest)
            {
                (place, nearest) = (at, gap + 1);
            }
        }

        return place;
    }

    // In letters to the nearest, less than 0 when it stands before; 0 within.
    private static double Away(TextSpan[] words, TextSpan span)
    {
        var nearest = Nowhere;
        foreach (var word in words)
        {
            double away = word.End <= span.Start ? word.End - span.Start - 1 : word.Start >= span.End ? word.Start - span.End + 1 : 0;
            nearest = Math.Abs(away) < Math.Abs(nearest) ? away : nearest;
        }

        return nearest;
    }

    private double Titled(TextSpan span)
    {
        int all = 0, titled = 0;
        foreach (var term in _match.Terms)
        {
            if (span.Contains(term.Span))
            {
                all++;
                titled += _title.Of(term.Text) == 1 ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)titled / all;
    }

    private TextSpan WordBefore(int start)
    {
        var end = start;
        while (end > 0 && !char.IsLetterOrDigit(_folded[end - 1]))
        {
            end--;
        }

        var first = end;
        while (first > 0 && char.IsLetterOrDigit(_folded[first - 1]))
        {
            first--;
        }

        return new(first, end);
    }
}
