using System.Text;

namespace Bot.Fuzz.Mutating;

/// <summary>Makes an input of others: bytes, words that mean something, lines and pieces of other inputs, put in, left out, repeated and nested.</summary>
/// <param name="random">Decides all.</param>
/// <param name="words">Words that mean something to who reads it.</param>
/// <param name="kept">Inputs worth going on from.</param>
internal sealed class Mutator(Random random, IReadOnlyList<string> words, Func<int, byte[]> kept)
{
    private const int MostSteps = 6;
    private const int MostRepeated = 3_000;

    private static readonly string[] Nasty =
    [
        "\0", "\r", "\r\n\r\n", "\u0085", "\u2028", "\uFEFF", "\u200F", "\u202E", "\u00AD", "\u0301", "e\u0301", "\u1100\u1161", "👩\u200d👧", "\uFFFE", "\\ud800", "\u001b[31m", "\t", " ", "\n\n",
        "-1", "0", "1e999", "9223372036854775808", "2147483648", "NaN", "0.5", "null", "true", "{}", "[]", "\"\"", "[1]", "[2][3]", "@everyone", "<@1>", "<at>x</at>", "<script>", "javascript:", "](x)", "../", "%2e%2e/", "%00",
    ];

    /// <summary>Chance, for forms of their own.</summary>
    public Random Random { get; } = random;

    /// <summary>One of the inputs worth going on from.</summary>
    public byte[] Any(int count) => kept(Random.Next(count));

    public byte[] Mutate(byte[] input)
    {
        for (var steps = 1 + Random.Next(MostSteps); steps > 0; steps--)
        {
            input = Step(input);
        }

        return input;
    }

    /// <summary>A word to put in.</summary>
    public string Word() => Random.Next(3) == 0 || words.Count == 0 ? Nasty[Random.Next(Nasty.Length)] : words[Random.Next(words.Count)];

    private byte[] Step(byte[] input)
    {
        var (at, end) = Range(input.Length);
        return Random.Next(12) switch
        {
            0 => Replaced(input, at, end, []),
            1 => Replaced(input, at, Math.Min(input.Length, at + 1), [(byte)Random.Next(256)]),
            2 or 3 or 4 => Replaced(input, at, at, Encoding.UTF8.GetBytes(Word())),
            5 => Replaced(input, at, end, Encoding.UTF8.GetBytes(Word())),
            6 => Replaced(input, at, at, input[at..end]),
            7 => Spliced(input, at),
            8 => Replaced(input, at, at, Repeated()),
            9 => Lines(input),
            10 => JsonMutation.Mutate(input, this) ?? Replaced(input, at, end, []),
            _ => Replaced(input, at, end, [.. input[at..end].Reverse()]),
        };
    }

    private (int At, int End) Range(int length)
    {
        var at = Random.Next(length + 1);
        return (at, Math.Min(length, at + Random.Next(1 << Random.Next(1, 8))));
    }

    private static byte[] Replaced(byte[] input, int at, int end, byte[] by) => [.. input[..at], .. by, .. input[end..]];

    private byte[] Spliced(byte[] input, int at)
    {
        var other = kept(Random.Next(int.MaxValue));
        var (from, to) = Range(other.Length);
        return Random.Next(2) == 0 ? [.. input[..at], .. other[from..]] : Replaced(input, at, at, other[from..to]);
    }

    private byte[] Repeated()
    {
        var word = Word();
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(word, Random.Next(1 + (MostRepeated / Math.Max(1, word.Length))))));
    }

    private byte[] Lines(byte[] input)
    {
        var lines = Encoding.Latin1.GetString(input).Split('\n').ToList();
        var (one, other) = (Random.Next(lines.Count), Random.Next(lines.Count));
        switch (Random.Next(3))
        {
            case 0:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            case 1:
                lines.Insert(one, lines[other]);
                break;
            default:
                lines.RemoveAt(one);
                break;
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
