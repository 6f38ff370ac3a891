using Bot.Answering.Lexicons;

namespace Bot.Answering.Facts;

/// <summary>Reads numbers in words: "twenty-five", "two hundred and five", "fünfundzwanzig", "quatre-vingt-dix".</summary>
internal static class NumberWords
{
    private const int LongestCompound = 40;

    /// <summary>Reads the number that starts at a token.</summary>
    /// <returns>Its value and the token after it; <see langword="null"/> when none starts there.</returns>
    public static (decimal Value, int End)? Read(FactText text, int start)
    {
        if (Simple(text, start) is not var (value, end))
        {
            return null;
        }

        var total = 0m;
        while (end < text.Count)
        {
            var next = text.IsDash(end) && text.Touches(end - 1) && text.Touches(end) ? end + 1 : end;
            if (next == end && text.Lexicon.Magnitudes.Match(text.Tokens, next, out var magnitude) is var length && length > 0
                && IsSpelled(text, next) && magnitude > value)
            {
                value *= magnitude;
                end = next + length;
                if (magnitude >= 1000)
                {
                    total += value;
                    value = 0;
                }

                continue;
            }

            if (next == end && text.IsAnyOf(next, text.Lexicon.NumberJoiners))
            {
                next++;
            }

            // Only a smaller part continues a number: "thirty five", never "five thirty".
            if (Simple(text, next) is var (part, after) && Continues(value, total, part))
            {
                value += part;
                end = after;
                continue;
            }

            break;
        }

        return (total + value, end);
    }

    private static bool Continues(decimal value, decimal total, decimal part)
    {
        if (value == 0)
        {
            return total > 0 && part < 1000;
        }

        var room = value % 100 == 0 ? 100m : value % 20 == 0 || value % 10 == 0 ? (value % 20 == 0 && value % 100 is 60 or 80 ? 20m : 10m)
            : 0m;
        return value >= 20 && part < room && part > 0;
    }

    // A single "k" or "m" is a magnitude only after digits.
    private static bool IsSpelled(FactText text, int at) => text.Tokens[at].Span.Length > 2;

    private static (decimal Value, int End)? Simple(FactText text, int at)
    {
        if (!text.IsFree(at) || !text.IsWord(at))
        {
            return null;
        }

        var length = text.Lexicon.Numbers.Match(text.Tokens, at, out var value);
        if (length > 0)
        {
            return (value, at + length);
        }

        return Compound(text.Tokens[at].Folded, text.Lexicon) is { } compound ? (compound, at + 1) : null;
    }

    private static decimal? Compound(string word, Lexicon lexicon)
    {
        var joiner = lexicon.Data.CompoundJoiner;
        if (joiner.Length == 0 || word.Length is < 5 or > LongestCompound)
        {
            return null;
        }

        return Above(word, "tausend", 1000) ?? Above(word, "hundert", 100) ?? Below(word);

        decimal? Part(string part) =>
            part.Length == 0 ? 0 : Known(part) ?? Compound(part, lexicon);

        decimal? Known(string part) =>
            lexicon.Numbers.Match([new Token(TokenKind.Word, default, part)], 0, out var value) > 0 ? value : null;

        decimal? Above(string whole, string name, decimal magnitude)
        {
            var cut = whole.IndexOf(name, StringComparison.Ordinal);
            return cut < 0 ? null
                : (cut == 0 ? 1 : Part(whole[..cut])) is { } times && Part(Rest(whole[(cut + name.Length)..])) is { } rest
                    ? (times * magnitude) + rest
                : null;
        }

        string Rest(string rest) => rest.StartsWith(joiner, StringComparison.Ordinal) ? rest[joiner.Length..] : rest;

        decimal? Below(string whole)
        {
            var cut = whole.IndexOf(joiner, StringComparison.Ordinal);
            return cut > 0 && Known(whole[..cut]) is { } ones && ones < 10 && Known(whole[(cut + joiner.Length)..]) is { } tens
                ? tens + ones : null;
        }
    }
}
