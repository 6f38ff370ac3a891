using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>Where a sentence has the words of a question, in the question's order: what is asked for stands where the question leaves a gap.</summary>
internal sealed class AskedOrder
{
    private const double Letters = 20;

    // For each word of the question where the sentence has it.
    private readonly TextSpan[][] _found;

    /// <param name="question">The question.</param>
    /// <param name="match">The sentence's words as analysed.</param>
    public AskedOrder(ReadQuestion question, TermMatch match) =>
        _found = [.. question.Terms.Select(asked => match.Terms.Where(term => match.Alike(asked.Text, term.Text)).Select(term => term.Span).ToArray())];

    /// <summary>The share of the question's words found that stand before a span; ½ when none is.</summary>
    public double ShareBefore(TextSpan span)
    {
        int before = 0, all = 0;
        foreach (var found in _found)
        {
            foreach (var each in found)
            {
                all++;
                before += each.End <= span.Start ? 1 : 0;
            }
        }

        return all == 0 ? 0.5 : (double)before / all;
    }

    /// <summary>Where one of the question's words stands: −1 before a span, 1 after it, 0 within it or nowhere.</summary>
    public int SideOf(Index word, TextSpan span)
    {
        if (_found.Length == 0 || _found[word] is not [.., var last] found)
        {
            return 0;
        }

        return last.End <= span.Start ? -1 : found[0].Start >= span.End ? 1 : 0;
    }

    /// <summary>How near the question's words stand to a span, each at its nearest: 1 all beside it, 0 none near.</summary>
    public double Nearness(TextSpan span)
    {
        double near = 0;
        foreach (var found in _found)
        {
            double nearest = 0;
            foreach (var each in found)
            {
                var away = each.End <= span.Start ? span.Start - each.End : each.Start >= span.End ? each.Start - span.End : 0;
                nearest = Math.Max(nearest, Letters / (Letters + away));
            }

            near += nearest;
        }

        return _found.Length == 0 ? 0 : near / _found.Length;
    }
}
