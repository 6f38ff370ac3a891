using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Working;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Transcripts;

/// <summary>
/// What was said in conversations that nobody but us keeps, as on our own page: both sides, in order. It outlives a restart, and is followed on
/// whichever machine a reader is connected to.
/// </summary>
public sealed class RecordedTranscripts
{
    private const int MostAtOnce = 100;

    // PostgreSQL carries less than 8,000 bytes in a notice.
    private const int LongestPassing = 7_000;

    private readonly RecordStore _store;
    private readonly RecordDatabase _database;
    private readonly RecordKeys _keys;
    private readonly TranscriptBook _book;
    private readonly Watchers<string, string> _followers;

    internal RecordedTranscripts(RecordStore store, RecordDatabase database, RecordKeys keys, TranscriptBook book, Watchers<string, string> followers) =>
        (_store, _database, _keys, _book, _followers) = (store, database, keys, book, followers);

    /// <summary>Keeps what was said, in one piece; what is there already under the same key stays as it is.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="conversation">The channel's name of the conversation. Stored hashed.</param>
    /// <param name="asker">The channel's name of the reader, who may have all of it deleted. Stored hashed.</param>
    /// <param name="said">What was said, in order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task AppendAsync(string channel, string conversation, string asker, IReadOnlyList<Utterance> said, CancellationToken cancellationToken)
    {
        var key = await _keys.OpenAsync(cancellationToken).ConfigureAwait(false);
        var (where, who) = (key.Conversation(channel, conversation), key.Asker(channel, asker));
        await _store.WriteAsync(
            async (context, token) =>
            {
                await _book.AddAsync(context, where, who, said, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        _followers.Changed(where);
    }

    /// <summary>What was said after a place, oldest first.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="conversation">The channel's name of the conversation.</param>
    /// <param name="after">A <see cref="TranscriptEntry.Watermark"/>; 0 for all.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ImmutableArray<TranscriptEntry>> ReadAsync(string channel, string conversation, long after, int most, CancellationToken cancellationToken) =>
        await ReadAsync(await NameAsync(channel, conversation, cancellationToken).ConfigureAwait(false), after, most, cancellationToken).ConfigureAwait(false);

    /// <summary>Follows a conversation until it is stopped: all that was said after a place, then what is said, in whichever process.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="conversation">The channel's name of the conversation.</param>
    /// <param name="after">A <see cref="TranscriptEntry.Watermark"/>; 0 for all.</param>
    /// <param name="patience">After how long without news <see cref="TranscriptNews.Quiet"/> is told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<TranscriptNews> FollowAsync(
        string channel,
        string conversation,
        long after,
        TimeSpan patience,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var where = await NameAsync(channel, conversation, cancellationToken).ConfigureAwait(false);
        using var following = _followers.Watch(where);
        while (true)
        {
            var entries = await ReadAsync(where, after, MostAtOnce, cancellationToken).ConfigureAwait(false);
            after = entries.IsEmpty ? after : entries[^1].Watermark;
            yield return entries.IsEmpty ? new TranscriptNews.Quiet() : new TranscriptNews.Said(entries);
            if (entries.Length == MostAtOnce)
            {
                continue;
            }

            await foreach (var passing in following.NewsAsync(patience, cancellationToken).ConfigureAwait(false))
            {
                yield return new TranscriptNews.Passing(passing);
            }
        }
    }

    /// <summary>Tells those who follow a conversation now, in whichever process, something that is not kept; best effort.</summary>
    public async Task PassAsync(string channel, string conversation, string body, CancellationToken cancellationToken)
    {
        var where = await NameAsync(channel, conversation, cancellationToken).ConfigureAwait(false);
        _followers.Tell(where, body);
        if (_database.IsShared && Encoding.UTF8.GetByteCount(body) <= LongestPassing)
        {
            _database.TellOthers(new(NoticeKind.Passing, $"{where}|{body}"));
        }
    }

    private async Task<string> NameAsync(string channel, string conversation, CancellationToken cancellationToken) =>
        (await _keys.OpenAsync(cancellationToken).ConfigureAwait(false)).Conversation(channel, conversation);

    private Task<ImmutableArray<TranscriptEntry>> ReadAsync(string conversation, long after, int most, CancellationToken cancellationToken) =>
        _store.ReadAsync(
            async (context, token) =>
            {
                var rows = await context.Transcripts
                    .Where(row => row.Conversation == conversation && row.Watermark > after)
                    .OrderBy(row => row.Watermark)
                    .Take(most)
                    .ToListAsync(token)
                    .ConfigureAwait(false);
                return rows.Select(row => new TranscriptEntry(row.Watermark, row.At, new(row.Key, row.Body))).ToImmutableArray();
            },
            cancellationToken);
}
