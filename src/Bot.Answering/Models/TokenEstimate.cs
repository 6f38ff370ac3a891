namespace Bot.Answering.Models;

/// <summary>How many tokens a text has, by a rule that holds for any tokenizer: it errs on the high side.</summary>
internal static class TokenEstimate
{
    private const int CharactersPerToken = 4;
    private const char FirstWideScript = '\u2E80';

    /// <summary>
    /// One token for four characters, and one for each character of the scripts that write no spaces (Chinese, Japanese, Korean).
    /// </summary>
    public static int Of(string text)
    {
        var wide = text.Count(character => character >= FirstWideScript);
        return wide + (text.Length - wide + CharactersPerToken - 1) / CharactersPerToken;
    }
}
