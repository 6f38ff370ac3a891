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

    private static IEnumerable<AlignedGap> GapsOf(List<(int Told, int Given)> matches, int told, int given)
    {
        var (lastTold, lastGiven, run) = (-1, -1, FewestBeside);
        for (var at = 0; at <= matches.Count; at++)
        {
            var (nextTold, nextGiven) = at < matches.Count ? matches[at] : (told, given);
            if (nextTold > lastTold + 1 || nextGiven > lastGiven + 1)
            {
                yield return new(new(lastTold + 1, nextTold), new(lastGiven + 1, nextGiven), run >= FewestBeside && IsRun(matches, at));
                run = 0;
            }

            run++;
            (lastTold, lastGiven) = (nextTold, nextGiven);
        }
    }

    // The end of both is as good as words.
    private static bool IsRun(List<(int Told, int Given)> matches, int from) =>
        from >= matches.Count || (from + 1 < matches.Count
            ? matches[from + 1].Told == matches[from].Told + 1 && matches[from + 1].Given == matches[from].Given + 1
            : true);
}
