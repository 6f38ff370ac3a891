using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>Words of a sentence that could answer in short.</summary>
/// <param name="Meant">Which words they are, from and before, by their number in the sentence; those without any meaning are not counted.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Features">What tells how well they do (<see cref="SpanFeature"/>).</param>
internal sealed record SpanCandidate((int From, int Before) Meant, TextSpan Span, double[] Features)
{
    /// <summary>The F1 of their words against others of the same sentence, 0 to 1 (Rajpurkar et al., SQuAD, 2016): articles don't count.</summary>
    public double Agreement(SpanCandidate other)
    {
        var shared = Math.Min(Meant.Before, other.Meant.Before) - Math.Max(Meant.From, other.Meant.From);
        return shared <= 0 ? 0 : 2.0 * shared / (Meant.Before - Meant.From + other.Meant.Before - other.Meant.From);
    }
}
