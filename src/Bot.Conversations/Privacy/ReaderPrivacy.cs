using Bot.Conversations.Records;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Privacy;

/// <summary>What readers may ask about their data, and whom editors keep out.</summary>
public sealed class ReaderPrivacy
{
    private readonly RecordStore _store;
    private readonly RecordKeys _keys;
    private readonly RecordOptions _options;
    private readonly TimeProvider _time;

    internal ReaderPrivacy(RecordStore store, RecordKeys keys, IOptions<RecordOptions> options, TimeProvider time) =>
        (_store, _keys, _options, _time) = (store, keys, options.Value, time);

    /// <summary>What is stored, for how long, and how to have it deleted: for every channel's <c>privacy</c> command and page.</summary>
    /// <param name="locale">The reader's language, a BCP 47 tag; English where it is unknown or not spoken.</param>
    public string TextIn(string? locale) => ReaderWords.Of("Privacy", Phrases.LanguageOf(locale), _options.RetainFor.TotalDays);

    /// <summary>Forgets a conversation: what was said before no longer helps to understand what follows. The record stays.</summary>
    public async Task ForgetAsync(string channel, string conversation, CancellationToken cancellationToken)
    {
        var hash = (await _keys.InsistAsync(cancellationToken).ConfigureAwait(false)).Conversation(channel, conversation);
        await _store.InsistAsync(
            async (context, token) =>
            {
                var last = await context.Turns.Where(row => row.Conversation == hash).MaxAsync(row => (long?)row.Seq, token).ConfigureAwait(false);
                if (last is null)
                {
                    return 0;
                }

                await context.Forgotten.Where(row => row.Conversation == hash).ExecuteDeleteAsync(token).ConfigureAwait(false);
                context.Forgotten.Add(new() { Conversation = hash, Through = last.Value });
                return await context.SaveChangesAsync(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes all that an asker asked by a channel, with answers, transcripts and feedback; what is being answered is not shown any more.</summary>
    /// <returns>How many questions there were.</returns>
    public async Task<int> DeleteAsync(string channel, string asker, CancellationToken cancellationToken)
    {
        var hash = (await _keys.InsistAsync(cancellationToken).ConfigureAwait(false)).Asker(channel, asker);
        return await _store.InsistAsync(
            async (context, token) =>
            {
                await context.Feedback.Where(row => row.Asker == hash).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Transcripts.Where(row => row.Asker == hash).ExecuteDeleteAsync(token).ConfigureAwait(false);
                return await context.Turns.Where(row => row.Asker == hash).ExecuteDeleteAsync(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Deletes all that was asked in a conversation, with answers and feedback: for channels whose askers are known by what they keep secret. What is
    /// being answered is not shown any more.
    /// </summary>
    /// <returns>How many questions there were.</returns>
    public async Task<int> DeleteConversationAsync(string channel, string conversation, CancellationToken cancellationToken)
    {
        var hash = (await _keys.InsistAsync(cancellationToken).ConfigureAwait(false)).Conversation(channel, conversation);
        return await _store.InsistAsync(
            async (context, token) =>
            {
                await context.Forgotten.Where(row => row.Conversation == hash).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Transcripts.Where(row => row.Conversation == hash).ExecuteDeleteAsync(token).ConfigureAwait(false);
                return await context.Turns.Where(row => row.Conversation == hash).ExecuteDeleteAsync(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes one question, with its answer and feedback.</summary>
    /// <returns>Whether the record had it.</returns>
    public Task<bool> DeleteQuestionAsync(string channel, string eventId, CancellationToken cancellationToken) =>
        _store.InsistAsync(
            async (context, token) =>
                await context.Turns.Where(row => row.Channel == channel && row.EventId == eventId).ExecuteDeleteAsync(token).ConfigureAwait(false) > 0,
            cancellationToken);

    /// <summary>Keeps an asker out.</summary>
    public async Task BlockAsync(string channel, string asker, string by, CancellationToken cancellationToken) =>
        await BlockAsync((await _keys.InsistAsync(cancellationToken).ConfigureAwait(false)).Asker(channel, asker), by, cancellationToken).ConfigureAwait(false);

    /// <summary>Keeps the asker of a turn out: editors see no names.</summary>
    /// <returns>Whether the record has the turn.</returns>
    public async Task<bool> BlockAskerOfAsync(TurnId turn, string by, CancellationToken cancellationToken)
    {
        var hash = await _store.ReadAsync(
            (context, token) => context.Turns.Where(row => row.Id == turn.Value).Select(row => row.Asker).FirstOrDefaultAsync(token),
            cancellationToken).ConfigureAwait(false);
        if (hash is not null)
        {
            await BlockAsync(hash, by, cancellationToken).ConfigureAwait(false);
        }

        return hash is not null;
    }

    /// <summary>Lets an asker in again.</summary>
    /// <returns>Whether the asker was blocked.</returns>
    public async Task<bool> UnblockAsync(string channel, string asker, CancellationToken cancellationToken)
    {
        var hash = (await _keys.InsistAsync(cancellationToken).ConfigureAwait(false)).Asker(channel, asker);
        return await _store.InsistAsync(
            async (context, token) => await context.Blocked.Where(row => row.Asker == hash).ExecuteDeleteAsync(token).ConfigureAwait(false) > 0,
            cancellationToken).ConfigureAwait(false);
    }

    private Task<int> BlockAsync(string hash, string by, CancellationToken cancellationToken) =>
        _store.InsistAsync(
            async (context, token) =>
            {
                await context.Blocked.Where(row => row.Asker == hash).ExecuteDeleteAsync(token).ConfigureAwait(false);
                context.Blocked.Add(new() { Asker = hash, By = by, At = _time.GetUtcNow() });
                return await context.SaveChangesAsync(token).ConfigureAwait(false);
            },
            cancellationToken);
}
