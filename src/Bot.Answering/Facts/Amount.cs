using System.Collections.Frozen;

namespace Bot.Answering.Facts;

/// <summary>A number as it stands in a text, without what its surroundings make of it.</summary>
/// <param name="Value">Its value; <see langword="null"/> when its digits are no single number ("10:30").</param>
/// <param name="Raw">Its digits as written; empty when it is in words.</param>
/// <param name="Start">Its first token.</param>
/// <param name="End">The token after it.</param>
/// <param name="Unit">The unit that is part of it: a currency, <c>%</c>, or <c>th</c> for an ordinal; else empty.</param>
/// <param name="Magnitude">What its digits were multiplied by: a million in "3 million".</param>
internal readonly record struct Amount(decimal? Value, string Raw, int Start, int End, string Unit, decimal Magnitude)
{
    private static readonly FrozenDictionary<char, decimal> EastMagnitudes = new Dictionary<char, decimal>
    {
        ['百'] = 100,
        ['千'] = 1000,
        ['万'] = 10_000,
        ['萬'] = 10_000,
        ['만'] = 10_000,
        ['亿'] = 100_000_000,
        ['億'] = 100_000_000,
        ['억'] = 100_000_000,
    }.ToFrozenDictionary();

    /// <summary>Reads the number that starts at a token; <see langword="null"/> when none does.</summary>
    public static Amount? Read(FactText text, int start)
    {
        var at = start;
        var unit = "";
        if (at + 1 < text.Count && UnitReader.Currencies.TryGetValue(text.Tokens[at].Folded, out var currency) && text.IsDigits(at + 1))
        {
            unit = currency;
            at++;
        }
        else if (text.IsWord(at) && text.Tokens[at].Folded is "us" && text.Is(at + 1, '$') && text.IsDigits(at + 2))
        {
            unit = "usd";
            at += 2;
        }

        if (text.IsDigits(at))
        {
            return InDigits(text, start, at, unit);
        }

        if (Words(text, at) is var (value, end))
        {
            return new Amount(value, "", start, end, "", 1).WithUnit(text);
        }

        return Ordinal(text, at);
    }

    private static Amount InDigits(FactText text, int start, int at, string unit)
    {
        var raw = text.Tokens[at].Folded;
        var value = Digits.Read(raw, text.Lexicon);
        var end = at + 1;
        if (text.Lexicon.Data.SpaceGroups && raw.Length <= 3)
        {
            while (text.IsDigits(end) && text.Tokens[end].Folded is { Length: 3 } group && Digits.IsPlain(group)
                && text.Tokens[end].Span.Start == text.Tokens[end - 1].Span.End + 1)
            {
                value = (value * 1000) + Digits.Read(group, text.Lexicon);
                end++;
            }
        }

        if (text.Touches(end - 1) && text.IsAnyOf(end, text.Lexicon.OrdinalSuffixes))
        {
            return new Amount(value, raw, start, end + 1, "th", 1);
        }

        var magnitude = 1m;
        if (text.IsWord(end) && EastMagnitudes.TryGetValue(text.Tokens[end].Folded[0], out var east) && text.Touches(end - 1))
        {
            (magnitude, end) = (east, end + 1);
        }
        else if (text.Lexicon.Magnitudes.Match(text.Tokens, end, out var times) is var length && length > 0
            && (text.Touches(end - 1) || text.Tokens[end].Span.Length > 1))
        {
            (magnitude, end) = (times, end + length);
        }

        if (value is { } exact && exact < decimal.MaxValue / 1_000_000_000_000_000)
        {
            value = exact * magnitude;
        }

        return new Amount(value, raw, start, end, unit, magnitude).WithUnit(text);
    }

    private Amount WithUnit(FactText text)
    {
        if (Unit.Length > 0)
        {
            return this;
        }

        if (End < text.Count && UnitReader.Currencies.TryGetValue(text.Tokens[End].Folded, out var currency))
        {
            return this with { Unit = currency, End = End + 1 };
        }

        return text.Is(End, '%') || text.Is(End, '٪') || text.Is(End, '％') ? this with { Unit = "%", End = End + 1 } : this;
    }

    private static (decimal Value, int End)? Words(FactText text, int at)
    {
        if (NumberWords.Read(text, at) is not var (value, end))
        {
            return null;
        }

        // "one of them", "no one", "another one" count nothing.
        return value == 1 && end == at + 1
            && (!text.IsWord(end) || text.IsAnyOf(end, text.Lexicon.Stop) || text.IsAnyOf(at - 1, text.Lexicon.Stop)) ? null : (value, end);
    }

    private static Amount? Ordinal(FactText text, int at)
    {
        if (!text.IsWord(at) || text.Lexicon.Ordinals.Match(text.Tokens, at, out var value) is not (> 0 and var length))
        {
            return null;
        }

        return new Amount(value, "", at, at + length, "th", 1);
    }
}
