using Bot.Knowledge.Articles;

namespace Bot.Answering.Facts;

/// <summary>Reads numbers with what bounds them and what they count, and takes their tokens.</summary>
internal static class NumberReader
{
    public static IEnumerable<Fact> Read(FactText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if (!text.IsFree(at) || Amount.Read(text, at) is not { } amount)
            {
                continue;
            }

            var fact = Whole(text, amount, out var end);
            text.Take(amount.Start, end);
            yield return fact;
            at = end - 1;
        }
    }

    private static Fact Whole(FactText text, Amount amount, out int end)
    {
        var value = amount.Value is { } exact ? Digits.Format(exact) : amount.Raw;
        end = amount.End;
        if (RangeEnd(text, amount) is { } last)
        {
            // In "2 to 3 million" the magnitude is meant for both.
            var low = amount.Magnitude == 1 && last.Magnitude > 1 && amount.Value < last.Value / last.Magnitude
                ? amount.Value * last.Magnitude : amount.Value;
            value = $"{Digits.Format(low!.Value)}..{Digits.Format(last.Value!.Value)}";
            amount = amount with { Unit = last.Unit.Length > 0 || HasOtherMeasure(text, amount, last) ? last.Unit : amount.Unit };
            end = last.End;
        }

        var numberEnd = end;
        var (bound, phraseStart) = BoundBefore(text, amount.Start);
        var (unit, phraseEnd) = amount.Unit.Length > 0 ? (amount.Unit, end) : UnitReader.After(text, end);
        if (text.Lexicon.Units.MatchBefore(text.Tokens, phraseEnd, out _) > 0)
        {
            // A measure belongs to its number; a counted noun may be a name too.
            end = phraseEnd;
        }

        if (text.Lexicon.BoundsAfter.Match(text.Tokens, phraseEnd, out var after) is var length && length > 0)
        {
            (bound, phraseEnd) = (after, phraseEnd + length);
        }

        return new Fact(FactKind.Number, text.Span(amount.Start, numberEnd), value, unit)
        {
            Bound = bound,
            Phrase = new TextSpan(text.Tokens[phraseStart].Span.Start, text.Tokens[phraseEnd - 1].Span.End),
        };
    }

    private static Amount? RangeEnd(FactText text, Amount first)
    {
        if (first.Value is null || first.Unit == "th" || text.IsAnyOf(first.Start - 1, text.Lexicon.ChangeWords))
        {
            return null;
        }

        var between = text.IsAnyOf(first.Start - 1, text.Lexicon.BetweenWords) && text.IsAnyOf(first.End, text.Lexicon.BetweenJoiners);
        var linked = between || text.IsAnyOf(first.End, text.Lexicon.RangeWords) || text.IsDash(first.End);
        return linked && text.IsFree(first.End + 1) && Amount.Read(text, first.End + 1) is { Value: { } high } last && last.Unit != "th"
            && (high > first.Value || high > first.Value * last.Magnitude) ? last : null;
    }

    // "$2 to 3 million" are dollars; "20% to 30 kilometres" are no percentages.
    private static bool HasOtherMeasure(FactText text, Amount first, Amount last) =>
        first.Unit == "%" && text.Lexicon.Units.Match(text.Tokens, last.End, out _) > 0;

    private static (Bound Bound, int Start) BoundBefore(FactText text, int start)
    {
        var length = text.Lexicon.Bounds.MatchBefore(text.Tokens, start, out var bound);
        return length > 0 ? (bound, start - length) : (Bound.Exact, start);
    }
}
