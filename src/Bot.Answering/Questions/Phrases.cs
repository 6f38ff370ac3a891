using Bot.Knowledge.Languages;

namespace Bot.Answering.Questions;

/// <summary>A text folded for comparison with phrases: letters and digits in lower case, single spaces for all else.</summary>
/// <param name="Text">The folded text.</param>
internal readonly record struct Phrases(string Text)
{
    /// <summary>Folds a text.</summary>
    public static Phrases Of(string text) => new(FoldedText.Of(text));

    /// <summary>Its words.</summary>
    public string[] Words => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it is one of the phrases and nothing else.</summary>
    public bool IsOneOf(IReadOnlySet<string> phrases) => phrases.Contains(Text);

    /// <summary>Whether one of the phrases stands in it as whole words.</summary>
    public bool HasAny(IEnumerable<string> phrases)
    {
        var text = this;
        return phrases.Any(text.Has);
    }

    /// <summary>Whether the phrase stands in it as whole words, or anywhere in a script without spaces.</summary>
    public bool Has(string phrase) => IndexOf(phrase) >= 0;

    /// <summary>Whether it opens with the phrase.</summary>
    public bool Opens(string phrase) => IndexOf(phrase) == 0;

    /// <summary>The same text without the phrases.</summary>
    public Phrases Without(IEnumerable<string> phrases)
    {
        var rest = Text;
        foreach (var phrase in phrases.OrderByDescending(phrase => phrase.Length))
        {
            for (var at = new Phrases(rest).IndexOf(phrase); at >= 0; at = new Phrases(rest).IndexOf(phrase))
            {
                rest = string.Concat(rest.AsSpan(0, at).TrimEnd(), " ", rest.AsSpan(at + phrase.Length).TrimStart()).Trim();
            }
        }

        return new(rest);
    }

    private int IndexOf(string phrase)
    {
        for (var at = Text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (IsWithoutSpaces(phrase[0]) || ((at == 0 || Text[at - 1] == ' ') && (at + phrase.Length == Text.Length || Text[at + phrase.Length] == ' ')))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsWithoutSpaces(char letter) => letter is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
