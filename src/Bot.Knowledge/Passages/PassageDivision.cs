using System.Collections.Immutable;

namespace Bot.Knowledge.Passages;

/// <summary>Divides what is too long for one passage into pieces of about the same size, between its units.</summary>
internal static class PassageDivision
{
    private const int MostTries = 4;

    /// <summary>The draft itself when it keeps to <paramref name="bound"/>, else its pieces.</summary>
    /// <remarks>A piece exceeds the bound only where a single unit comes near it.</remarks>
    public static IEnumerable<PassageDraft> Divide(PassageDraft draft, int bound)
    {
        var length = draft.Span.Length;
        if (length <= bound)
        {
            return [draft];
        }

        var count = (length + bound - 1) / bound;
        var pieces = Pieces(draft, count);
        for (var more = 1; more < MostTries && pieces.Any(piece => piece.Span.Length > bound); more++)
        {
            pieces = Pieces(draft, count + more);
        }

        return pieces;
    }

    private static ImmutableArray<PassageDraft> Pieces(PassageDraft draft, int count)
    {
        var pieces = ImmutableArray.CreateBuilder<PassageDraft>();
        var size = (double)draft.Span.Length / count;
        var first = 0;
        var ideal = draft.Span.Start + size;
        for (var unit = 1; unit < draft.Units.Length; unit++)
        {
            if (Distance(unit - 1) <= Distance(unit))
            {
                pieces.Add(draft with { Units = draft.Units[first..unit] });
                first = unit;

                // A piece with a huge unit may have passed several marks.
                var passed = Math.Round((draft.Units[unit][0].Start - draft.Span.Start) / size);
                ideal = draft.Span.Start + ((passed + 1) * size);
            }

            double Distance(int last) => Math.Abs(draft.Units[last][^1].End - ideal);
        }

        pieces.Add(draft with { Units = draft.Units[first..] });
        return pieces.ToImmutable();
    }
}
