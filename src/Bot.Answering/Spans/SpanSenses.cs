using Bot.Answering.Lexicons.Senses;
using Bot.Answering.Questions;

namespace Bot.Answering.Spans;

/// <summary>What the words of a span and those beside it are by themselves, and whether its head is of the sort that is asked for.</summary>
/// <param name="words">The sentence's words.</param>
/// <param name="asked">The supersense asked for; 0 for none.</param>
internal sealed class SpanSenses(SpanWords words, int asked)
{
    /// <summary>Adds what a span's words are.</summary>
    public void Add(int first, int last, Action<SpanFeature, double> set)
    {
        set(SpanFeature.UseBefore, UseOf(first - 1));
        set(SpanFeature.UseFirst, UseOf(first));
        set(SpanFeature.UseLast, UseOf(last));
        set(SpanFeature.UseAfter, UseOf(last + 1));
        var verbs = 0;
        for (var at = first; at <= last; at++)
        {
            verbs += words[at].Sense.Use is WordUse.Verb or WordUse.Participle ? 1 : 0;
        }

        var head = words[Head(first, last)].Sense.Supersense;
        set(SpanFeature.Verbs, verbs);
        set(SpanFeature.AskedSense, asked);
        set(SpanFeature.HeadSense, head);
        set(SpanFeature.SensesAgree, asked == 0 ? -1 : head == 0 ? 0 : head == asked ? 2 : 1);
    }

    private double UseOf(int at) => at >= 0 && at < words.Count ? (double)words[at].Sense.Use : -1;

    // "wall" of "the sea wall of Lorne": the word before what ties another to it.
    private int Head(int first, int last)
    {
        for (var at = first + 1; at <= last; at++)
        {
            if (words[at].Role is WordRole.Agent or WordRole.Placing or WordRole.Belonging or WordRole.Preposition or WordRole.Relative)
            {
                return at - 1;
            }
        }

        return last;
    }
}
