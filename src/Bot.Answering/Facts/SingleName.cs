namespace Bot.Answering.Facts;

/// <summary>Tells whether one capitalised word alone is a name, by how the rest of the text writes it.</summary>
internal sealed class SingleName
{
    private readonly FactText _text;

    // Words in lower case, and words with a capital where none is due: both tell what a sentence's first word is.
    private readonly HashSet<string> _lower = new(StringComparer.Ordinal);
    private readonly HashSet<string> _upper = new(StringComparer.Ordinal);

    public SingleName(FactText text)
    {
        _text = text;
        for (var at = 0; at < text.Count; at++)
        {
            if (text.IsWord(at) && !text.IsCapital(at))
            {
                _lower.Add(text.Tokens[at].Folded);
            }
            else if (text.IsWord(at) && !text.StartsSentence(at))
            {
                _upper.Add(text.Tokens[at].Folded);
            }
        }
    }

    /// <summary>Whether the capitalised word at a token is a name.</summary>
    public bool StandsAt(int at)
    {
        var (word, lexicon) = (_text.Tokens[at].Folded, _text.Lexicon);
        if (!lexicon.Data.CapitalsAreNames || word.Length < 2)
        {
            return false;
        }

        if (!_text.StartsSentence(at))
        {
            return !lexicon.Stop.Contains(word);
        }

        return _upper.Contains(word) || (!_lower.Contains(word) && !lexicon.Stop.Contains(word) && !lexicon.CommonStarts.Contains(word)
            && !(lexicon.Language == "en" && LooksCommon(word)));
    }

    // English words that name doings, ways and groups.
    private static bool LooksCommon(string word) =>
        word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal)
        || word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ers", StringComparison.Ordinal)
        || word.EndsWith("ants", StringComparison.Ordinal);
}
