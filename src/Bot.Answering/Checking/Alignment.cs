using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>What a claim has in one place, and a sentence in the same: between words that both have in the same order.</summary>
/// <param name="Told">The claim's words there, by their place in its gist.</param>
/// <param name="Given">The sentence's.</param>
/// <param name="IsAnchored">Whether enough words on either side tell that it is the same place.</param>
internal readonly record struct AlignedGap(TextSpan Told, TextSpan Given, bool IsAnchored);

/// <summary>A claim and a sentence laid side by side, so that as many words as possible match in order.</summary>
/// <param name="Share">The share of the claim's words that match, 0 to 1.</param>
/// <param name="Gaps">Where they differ.</param>
internal sealed record Alignment(double Share, ImmutableArray<AlignedGap> Gaps)
{
    // One common word beside a gap may stand there by chance.
    private const int FewestBeside = 2;

    public static Alignment Of(ImmutableArray<Gist> claim, ImmutableArray<Gist> sentence)
    {
        var common = Common(claim, sentence);
        List<(int Told, int Given)> matches = [];
        for (int told = 0, given = 0; told < claim.Length && given < sentence.Length;)
        {
            if (claim[told].Key == sentence[given].Key)
            {
                matches.Add((told++, given++));
            }
            else if (common[told + 1, given] >= common[told, given + 1])
            {
                told++;
            }
            else
            {
                given++;
            }
        }

        Slide(matches, claim, sentence);
        return new(claim.IsEmpty ? 0 : (double)matches.Count / claim.Length, [.. GapsOf(matches, claim.Length, sentence.Length)]);
    }

    // The longest common subsequence of what is left from each place on.
    private static int[,] Common(ImmutableArray<Gist> claim, ImmutableArray<Gist> sentence)
    {
        var common = new int[claim.Length + 1, sentence.Length + 1];
        for (var told = claim.Length - 1; told >= 0; told--)
        {
            for (var given = sentence.Length - 1; given >= 0; given--)
            {
                common[told, given] = claim[told].Key == sentence[given].Key ? common[told + 1, given + 1] + 1
                    : Math.Max(common[told + 1, given], common[told, given + 1]);
            }
        }

        return common;
    }

    // In "according to the mayor, the report fell" the second "the" is that of "the report fell": of equal words the nearest one is meant.
    private static void Slide(List<(int Told, int Given)> matches, ImmutableArray<Gist> claim, ImmutableArray<Gist> sentence)
    {
        for (var at = matches.Count - 2; at >= 0; at--)
        {
            var ((told, given), next) = (matches[at], matches[at + 1]);
            var beside = next.Given - (next.Told - told);
            if (beside > given && sentence[beside].Key == claim[told].Key)
            {
                matches[at] = (told, beside);
            }
            else if (given + 1 == next.Given && claim[next.Told - 1].Key == claim[told].Key)
            {
                matches[at] = (next.Told - 1, given);
            }
        }
    }

    private static IEnumerable<AlignedGap> GapsOf(List<(int Told, int Given)> matches, int told, int given)
    {
        var (lastTold, lastGiven, run) = (-1, -1, FewestBeside);
        for (var at = 0; at <= matches.Count; at++)
        {
            var (nextTold, nextGiven) = at < matches.Count ? matches[at] : (told, given);
            if (nextTold > lastTold + 1 || nextGiven > lastGiven + 1)
            {
                yield return new(new(lastTold + 1, nextTold), new(lastGiven + 1, nextGiven), (run >= FewestBeside || (run > 0 && run == lastTold + 1)) && IsRun(matches, at, told));
                run = 0;
            }

            run++;
            (lastTold, lastGiven) = (nextTold, nextGiven);
        }
    }

    // The claim's end is as good as words.
    private static bool IsRun(List<(int Told, int Given)> matches, int from, int told) =>
        from >= matches.Count || matches[from].Told == told - 1 || (from + 1 < matches.Count
            && matches[from + 1].Told == matches[from].Told + 1 && matches[from + 1].Given == matches[from].Given + 1);
}
