using System.Collections.Frozen;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Facts;

/// <summary>Reads numbers with what bounds them and what they count, and takes their tokens.</summary>
internal static class NumberReader
{
    private const int LongestUnit = 3;

    private static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>
    {
        ["$"] = "usd",
        ["€"] = "eur",
        ["£"] = "gbp",
        ["¥"] = "jpy",
        ["￥"] = "jpy",
        ["₹"] = "inr",
        ["₽"] = "rub",
        ["₩"] = "krw",
        ["usd"] = "usd",
        ["eur"] = "eur",
        ["gbp"] = "gbp",
        ["chf"] = "chf",
        ["元"] = "cny",
        ["円"] = "jpy",
    }.ToFrozenDictionary(StringComparer.Ordinal);

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

    private readonly record struct Amount(decimal? Value, string Raw, int Start, int End, string Unit, decimal Magnitude);

    public static IEnumerable<Fact> Read(FactText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if (!text.IsFree(at) || AmountAt(text, at) is not { } amount)
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
            var low = amount.Magnitude == 1 && last.Magnitude > 1 && amount.Value < last.Value / last.Magnitude ? amount.Value * last.Magnitude : amount.Value;
            value = $"{Digits.Format(low!.Value)}..{Digits.Format(last.Value!.Value)}";
            amount = amount with { Unit = last.Unit.Length > 0 ? last.Unit : amount.Unit };
            end = last.End;
        }

        var numberEnd = end;
        var (bound, phraseStart) = BoundBefore(text, amount.Start);
        var (unit, phraseEnd) = amount.Unit.Length > 0 ? (amount.Unit, end) : UnitAfter(text, end);
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

    private static Amount? AmountAt(FactText text, int start)
    {
        var at = start;
        var unit = "";
        if (at + 1 < text.Count && Currencies.TryGetValue(text.Tokens[at].Folded, out var currency) && text.IsDigits(at + 1))
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
            return WithUnit(text, new Amount(value, "", start, end, "", 1));
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
            while (text.IsDigits(end) && text.Tokens[end].Folded is { Length: 3 } group && Digits.IsPlain(group) && text.Tokens[end].Span.Start == text.Tokens[end - 1].Span.End + 1)
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

        return WithUnit(text, new Amount(value, raw, start, end, unit, magnitude));
    }

    private static Amount WithUnit(FactText text, Amount amount)
    {
        if (amount.Unit.Length > 0)
        {
            return amount;
        }

        if (amount.End < text.Count && Currencies.TryGetValue(text.Tokens[amount.End].Folded, out var currency))
        {
            return amount with { Unit = currency, End = amount.End + 1 };
        }

        return text.Is(amount.End, '%') || text.Is(amount.End, '٪') || text.Is(amount.End, '％') ? amount with { Unit = "%", End = amount.End + 1 } : amount;
    }

    private static (decimal Value, int End)? Words(FactText text, int at)
    {
        if (NumberWords.Read(text, at) is not var (value, end))
        {
            return null;
        }

        // "one of them", "no one", "another one" count nothing.
        return value == 1 && end == at + 1 && (!text.IsWord(end) || text.IsAnyOf(end, text.Lexicon.Stop) || text.IsAnyOf(at - 1, text.Lexicon.Stop)) ? null : (value, end);
    }

    private static Amount? Ordinal(FactText text, int at)
    {
        var length = text.IsWord(at) ? text.Lexicon.Ordinals.Match(text.Tokens, at, out var value) : 0;
        if (length == 0)
        {
            return null;
        }

        text.Lexicon.Ordinals.Match(text.Tokens, at, out value);
        return new Amount(value, "", at, at + length, "th", 1);
    }

    private static Amount? RangeEnd(FactText text, Amount first)
    {
        if (first.Value is null || first.Unit == "th" || text.IsAnyOf(first.Start - 1, text.Lexicon.ChangeWords))
        {
            return null;
        }

        var between = text.IsAnyOf(first.Start - 1, text.Lexicon.BetweenWords) && text.IsAnyOf(first.End, text.Lexicon.BetweenJoiners);
        var linked = between || text.IsAnyOf(first.End, text.Lexicon.RangeWords) || text.IsDash(first.End);
        return linked && text.IsFree(first.End + 1) && AmountAt(text, first.End + 1) is { Value: { } high } last && last.Unit != "th"
            && (high > first.Value || high > first.Value * last.Magnitude) ? last : null;
    }

    private static (Bound Bound, int Start) BoundBefore(FactText text, int start)
    {
        var length = text.Lexicon.Bounds.MatchBefore(text.Tokens, start, out var bound);
        return length > 0 ? (bound, start - length) : (Bound.Exact, start);
    }

    private static (string Unit, int End) UnitAfter(FactText text, int end)
    {
        var at = text.IsDash(end) && text.Touches(end - 1) && text.Touches(end) ? end + 1 : end;
        var length = text.Lexicon.Units.Match(text.Tokens, at, out var unit);
        if (length > 0)
        {
            return (unit!, at + length);
        }

        if (!text.IsWord(at))
        {
            return ("", end);
        }

        if (Tokenizer.IsUnspaced(text.Tokens[at].Folded[0]))
        {
            return text.Touches(at - 1) ? (text.Tokens[at].Folded, at + 1) : ("", end);
        }

        return Noun(text, at) is { } noun ? (text.Tokens[noun].Folded, noun + 1) : ("", end);
    }

    // The counted noun: the first plural of the next words ("200 American troops"), else the word itself.
    private static int? Noun(FactText text, int at)
    {
        int? first = null;
        for (var word = at; word < at + LongestUnit && text.IsWord(word) && text.IsFree(word) && !text.IsAnyOf(word, text.Lexicon.Stop)
            && !text.Lexicon.Numbers.Has(text.Tokens, word); word++)
        {
            if (text.Tokens[word].Folded.EndsWith('s') || (!text.Lexicon.Data.CapitalsAreNames && text.IsCapital(word)))
            {
                return word;
            }

            first ??= text.IsCapital(word) && text.Lexicon.Data.CapitalsAreNames ? null : word;
            if (text.IsDash(word + 1))
            {
                break;
            }
        }

        return first;
    }
}
