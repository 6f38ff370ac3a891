using Bot.Answering;
using Bot.Conversations.Records;
using Bot.Discord.Channels;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Bot.Discord.Threads;
using Bot.Knowledge.Articles;

namespace Bot.Discord.Commands;

/// <summary>
/// <c>/summary</c>: what an article says in brief. It is asked like any question, so that what comes is checked and cited: a model's sentences, or
/// without one the article's own.
/// </summary>
internal sealed class SummaryCommand(Asking asking, ArticleOption articles, ReadersShelf shelf, RecordedTurns turns, OwnThreads threads) : ICompletedCommand
{
    public ApplicationCommand Definition => CommandWords.Command("summary", "Summary") with { Options = [ArticleOption.Definition("SummaryArticle")] };

    public Task<IReadOnlyList<Choice>> CompleteAsync(Interaction typing, CancellationToken cancellationToken) => articles.ChoicesAsync(typing, cancellationToken);

    public async Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
    {
        if (articles.Read(used, out var named) is { } refusal)
        {
            return InteractionResponse.Private(AnswerMessages.OfWords(refusal)[0]);
        }

        return (named ?? await MeantAsync(used, cancellationToken).ConfigureAwait(false)) is { } article
            ? await asking.AskAsync(used, Suggestions.Summary(article.Language), article.Slug, isPrivate: null, cancellationToken).ConfigureAwait(false)
            : InteractionResponse.Private(AnswerMessages.OfWords(ChannelWords.Of("WhichArticle", used.Locale))[0]);
    }

    // The only one, or the one that the last answer here is from.
    private async Task<Article?> MeantAsync(Interaction used, CancellationToken cancellationToken)
    {
        if (shelf.All.Take(2).ToArray() is [var only])
        {
            return only;
        }

        var last = await turns.LastAnsweredAsync(DiscordChannel.ChannelName, await threads.ConversationOfAsync(used.ChannelId, used.UserId, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return last?.Answer is { Citations: [{ Article.Slug: var slug }, ..] } ? shelf.All.FirstOrDefault(article => article.Slug == slug) : null;
    }
}
