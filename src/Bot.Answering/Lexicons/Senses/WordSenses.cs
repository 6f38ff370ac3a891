using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Bot.Answering.Lexicons.Senses;

/// <summary>
/// How a language's words are used and what its nouns stand for, from WordNet (Miller, WordNet: A Lexical Database for English, 1995): one embedded file
/// a language, none for most. It is sorted, and searched as it lies: a question asks for a few dozen words of eighty thousand.
/// </summary>
internal sealed class WordSenses
{
    private const int LongestWord = 40;

    private static readonly ConcurrentDictionary<string, WordSenses> Loaded = new(StringComparer.Ordinal);

    // How inflected words end, and how the word that is listed does (morphy(7WN)); irregular ones are listed themselves.
    private static readonly (string Ending, string Listed)[] Endings =
        [("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("men", "man")];

    private static readonly SearchValues<byte> Codes = SearchValues.Create("#0123456789VAR"u8);

    private readonly byte[] _lines;

    private WordSenses(byte[] lines) => _lines = lines;

    /// <summary>Whether nothing is known of the language's words.</summary>
    public bool IsEmpty => _lines.Length == 0;

    /// <summary>What is known of a language's words.</summary>
    public static WordSenses Of(string language) => Loaded.GetOrAdd(language, Load);

    /// <summary>What is known of a word.</summary>
    /// <param name="word">As it is written.</param>
    public WordSense Find(string word)
    {
        if (IsEmpty || word.Length == 0)
        {
            return default;
        }

        var written = word.ToLowerInvariant();
        var listed = char.IsLetter(word[0]) ? Listed(written) : null;
        return listed is { Use: not WordUse.Adjective } known ? known
            : Inflected(written, verbsOnly: listed is not null) ?? listed
            ?? new(char.IsDigit(word[0]) ? WordUse.Number : char.IsUpper(word[0]) ? WordUse.Name : WordUse.Unknown, 0);
    }

    // Much that is done or being done is listed as an adjective too: "opened".
    private WordSense? Inflected(string written, bool verbsOnly)
    {
        foreach (var (ending, replaced) in Endings)
        {
            if (written.EndsWith(ending, StringComparison.Ordinal) && Listed(string.Concat(written.AsSpan(0, written.Length - ending.Length), replaced)) is { } stem
                && (stem.Use == WordUse.Verb || !verbsOnly))
            {
                return ending[^1] switch
                {
                    'd' => stem with { Use = WordUse.Participle },
                    'g' => stem with { Use = WordUse.Gerund },
                    _ => stem,
                };
            }
        }

        return null;
    }

    // A binary search among lines of a word, how it is used if not as a noun, and its supersense: "lawyer18", "runV4".
    private WordSense? Listed(ReadOnlySpan<char> word)
    {
        Span<byte> sought = stackalloc byte[LongestWord];
        if (!Encoding.UTF8.TryGetBytes(word, sought, out var length))
        {
            return null;
        }

        var (from, before) = (0, _lines.Length);
        while (from < before)
        {
            var middle = from + ((before - from) / 2);
            var start = _lines.AsSpan(0, middle).LastIndexOf((byte)'\n') + 1;
            var line = _lines.AsSpan(start);
            line = line[..line.IndexOf((byte)'\n')];
            var end = line.IndexOfAny(Codes) is var code and >= 0 ? code : line.Length;
            switch (line[..end].SequenceCompareTo(sought[..length]))
            {
                case 0:
                    return SenseOf(line[end..]);
                case < 0:
                    from = start + line.Length + 1;
                    break;
                default:
                    before = start;
                    break;
            }
        }

        return null;
    }

    private static WordSense SenseOf(ReadOnlySpan<byte> code) => code switch
    {
        [(byte)'V', .. var supersense] => new(WordUse.Verb, NumberOf(supersense)),
        [(byte)'A', .. var supersense] => new(WordUse.Adjective, NumberOf(supersense)),
        [(byte)'R', .. var supersense] => new(WordUse.Adverb, NumberOf(supersense)),
        _ => new(WordUse.Noun, NumberOf(code)),
    };

    private static int NumberOf(ReadOnlySpan<byte> digits) => digits.IsEmpty ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    private static WordSenses Load(string language)
    {
        using var stream = typeof(WordSenses).Assembly.GetManifestResourceStream($"Senses.{language}");
        var lines = new byte[stream?.Length ?? 0];
        stream?.ReadExactly(lines);
        return new(lines);
    }
}
