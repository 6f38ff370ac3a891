using Bot.Conversations.Records.Rows;
using Bot.Conversations.Resources;

namespace Bot.Conversations.Corrections;

/// <summary>Words a correction for a reader.</summary>
internal static class CorrectionWords
{
    /// <summary>The whole line: when, and what an editor wrote, or else the old and new words.</summary>
    /// <param name="correction">The correction, approved.</param>
    /// <param name="quote">The words as they were cited.</param>
    /// <param name="locale">The reader's language.</param>
    public static string Of(CorrectionRow correction, string quote, string? locale)
    {
        var language = Phrases.LanguageOf(locale);
        return ReaderWords.Of("Corrected", language, Phrases.Date(correction.Decided!.Value, language), correction.Wording ?? Plainly(correction, quote, language));
    }

    private static string Plainly(CorrectionRow correction, string quote, string language) => correction switch
    {
        { Kind: CorrectionKind.Withdrawn } => ReaderWords.Of("ArticleWithdrawn", language, quote),
        { Kind: CorrectionKind.Restored } => ReaderWords.Of("SaysAgain", language, quote),
        { NewWords: "" } => ReaderWords.Of("NoLongerSays", language, quote),
        _ => ReaderWords.Of("NowSays", language, correction.NewWords, quote),
    };
}
