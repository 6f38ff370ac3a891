using Bot.Answering.Tracing;

namespace Bot.BotFramework.Resources;

/// <summary>What Bot is doing, in words.</summary>
internal static class ProgressWords
{
    public static string Of(AnswerStage stage, string? locale) => stage switch
    {
        AnswerStage.Searched { Articles: 1 } => ChannelWords.Of("SearchedOne", locale),
        AnswerStage.Searched { Articles: var articles } => ChannelWords.Of("SearchedMany", locale, articles),
        AnswerStage.Composed { Sentences: 1 } => ChannelWords.Of("CheckingOne", locale),
        AnswerStage.Composed { Sentences: var sentences } => ChannelWords.Of("CheckingMany", locale, sentences),
        _ => ChannelWords.Of("Writing", locale),
    };
}
