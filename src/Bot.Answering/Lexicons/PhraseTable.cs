using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Answering.Lexicons;

/// <summary>Phrases of one or more tokens with a meaning each; the longest one wins.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<(ImmutableArray<string> Words, T Meaning)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>How many tokens the longest phrase has.</summary>
    public int Longest { get; private set; }

    /// <summary>Adds a phrase; one that is there already keeps its meaning.</summary>
    public void Add(string phrase, T meaning)
    {
        ImmutableArray<string> words = [.. Tokenizer.Read(phrase).Select(token => token.Folded)];
        if (words.IsEmpty)
        {
            return;
        }

        if (!_byFirst.TryGetValue(words[0], out var phrases))
        {
            _byFirst[words[0]] = phrases = [];
        }

        if (!phrases.Any(known => known.Words.SequenceEqual(words)))
        {
            phrases.Add((words, meaning));
            phrases.Sort(static (one, other) => other.Words.Length.CompareTo(one.Words.Length));
            Longest = Math.Max(Longest, words.Length);
        }
    }

    /// <summary>The longest phrase that starts at a token.</summary>
    /// <returns>How many tokens it has; 0 when none starts there.</returns>
    public int Match(ImmutableArray<Token> tokens, int at, [MaybeNullWhen(false)] out T meaning)
    {
        if (at >= 0 && at < tokens.Length && _byFirst.TryGetValue(tokens[at].Folded, out var phrases))
        {
            foreach (var (words, found) in phrases)
            {
                if (StandsAt(tokens, at, words))
                {
                    meaning = found;
                    return words.Length;
                }
            }
        }

        meaning = default!;
        return 0;
    }

    /// <summary>The longest phrase that ends just before a token.</summary>
    /// <returns>How many tokens it has; 0 when none ends there.</returns>
    public int MatchBefore(ImmutableArray<Token> tokens, int end, out T meaning)
    {
        for (var at = Math.Max(0, end - Longest); at < end; at++)
        {
            if (Match(tokens, at, out var found) is var length && length == end - at)
            {
                meaning = found!;
                return length;
            }
        }

        meaning = default!;
        return 0;
    }

    /// <summary>Whether a phrase starts at a token.</summary>
    public bool Has(ImmutableArray<Token> tokens, int at) => Match(tokens, at, out _) > 0;

    /// <summary>Whether a single word is a phrase.</summary>
    public bool Has(string word) => _byFirst.TryGetValue(word, out var phrases) && phrases[^1].Words.Length == 1;

    private static bool StandsAt(ImmutableArray<Token> tokens, int at, ImmutableArray<string> words)
    {
        if (at + words.Length > tokens.Length)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (!string.Equals(tokens[at + i].Folded, words[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
