using System.Collections.Concurrent;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;

namespace Bot.Discord.Threads;

/// <summary>
/// The threads that Bot opened, each with the question it was opened for: what is asked there, goes on from it. A thread has the id of the message it
/// was opened from, so the same holds for what is asked by a button under that message.
/// </summary>
internal sealed class OwnThreads(ChannelState state)
{
    // Beyond that, what is asked again is looked up again.
    private const int Most = 100_000;

    // What is none of ours never becomes one.
    private readonly ConcurrentDictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>Remembers a message that a thread is about to be opened from.</summary>
    /// <param name="message">The message.</param>
    /// <param name="question">The event that asked what it answers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RememberAsync(string message, string question, CancellationToken cancellationToken)
    {
        await state.RememberAsync(DiscordChannel.ChannelName, KeyOf(message), question, cancellationToken).ConfigureAwait(false);
        _known[message] = question;
    }

    /// <summary>Whether Bot opened a thread.</summary>
    public async Task<bool> HasAsync(string channel, CancellationToken cancellationToken) => await QuestionOfAsync(channel, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>The conversation that an interaction's question belongs to: that of the thread it opens, or where it is asked.</summary>
    public async Task<string> ConversationOfAsync(Interaction asked, Verdict.Taken taken, CancellationToken cancellationToken) => taken.OpensThread
        ? Asking.ConversationOf(asked.Id, asked.UserId)
        : asked.MessageId.Length > 0 && await QuestionOfAsync(asked.MessageId, cancellationToken).ConfigureAwait(false) is { } question
            ? Asking.ConversationOf(question, asked.UserId)
            : await ConversationOfAsync(asked.ChannelId, asked.UserId, cancellationToken).ConfigureAwait(false);

    /// <summary>The conversation that a question in a channel or thread belongs to.</summary>
    public async Task<string> ConversationOfAsync(string channel, string user, CancellationToken cancellationToken) =>
        Asking.ConversationOf(await QuestionOfAsync(channel, cancellationToken).ConfigureAwait(false) ?? channel, user);

    private static string KeyOf(string thread) => $"thread/{thread}";

    private async Task<string?> QuestionOfAsync(string channel, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(channel, out var known))
        {
            return known;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        return _known[channel] = await state.GetAsync(DiscordChannel.ChannelName, KeyOf(channel), cancellationToken).ConfigureAwait(false);
    }
}
