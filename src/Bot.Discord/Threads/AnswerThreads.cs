using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Messages;
using Bot.Discord.Resources;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Threads;

/// <summary>Opens threads from answers, so that a channel stays readable while somebody asks on.</summary>
internal sealed partial class AnswerThreads(RestClient rest, OwnThreads threads, IOptions<DiscordOptions> options, ILogger<AnswerThreads> logger)
{
    private const int AlreadyOpened = 160004;

    private readonly bool _readsAll = options.Value.ThreadMessages;

    /// <summary>What a question's thread is called.</summary>
    public static string NameOf(string question) => PlainText.Of(question, NewThread.MostName) is { Length: > 0 } name ? name : "…";

    /// <summary>Opens the thread of an answer, unless it is there already; its first message says how to go on.</summary>
    /// <param name="delivery">The answer.</param>
    /// <param name="place">Where it was shown.</param>
    /// <param name="messages">The messages that show it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task OpenAsync(Delivery delivery, DiscordPlace place, string[] messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await threads.RememberAsync(message, delivery.EventId, cancellationToken).ConfigureAwait(false);
        }

        // A refusal goes to the asker alone.
        if (delivery.Said is not Said.Reply { Answer: not (Answer.NotStated or Answer.NothingFound) })
        {
            return;
        }

        var opened = await rest.SendAsync(Routes.StartThread(place.ChannelId, messages[0], new(place.Thread!)), cancellationToken).ConfigureAwait(false);
        if (!opened.Done && opened.Code != AlreadyOpened)
        {
            LogNotOpened(opened.Reason);
            return;
        }

        var thread = await IdOfAsync(opened, messages[0], delivery, cancellationToken).ConfigureAwait(false);
        var first = new Message { Content = ChannelWords.Of(_readsAll ? "ThreadReadsAll" : "ThreadReadsMentions", place.Locale), Nonce = $"t{messages[0]}" };
        var said = await rest.SendAsync(Routes.CreateMessage(thread, first), cancellationToken).ConfigureAwait(false);
        if (!said.Done)
        {
            LogNotOpened(said.Reason);
        }
    }

    // A thread has its message's id, says Discord; one that says otherwise is believed.
    private async Task<string> IdOfAsync(RestReply opened, string message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (!opened.Done || opened.Body.ValueKind != JsonValueKind.Object || !opened.Body.TryGetProperty("id", out var id) || id.GetString() is not { } thread || thread == message)
        {
            return message;
        }

        await threads.RememberAsync(thread, delivery.EventId, cancellationToken).ConfigureAwait(false);
        return thread;
    }

    [LoggerMessage(LogLevel.Warning, "A thread was not opened, or is without its first message: {Reason}. /check in the server names what is missing.")]
    private partial void LogNotOpened(string reason);
}
