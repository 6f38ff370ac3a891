using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Serving;
using Bot.Conversations.Transcripts;

namespace Bot.BotFramework.DirectLine;

/// <summary>The transcripts of conversations at our page, as activities.</summary>
internal sealed class DirectLineTranscript(RecordedTranscripts transcripts, TimeProvider time)
{
    /// <summary>Keeps what was said; what is there already under the same key stays as it is.</summary>
    public Task SayAsync(string conversation, string user, IReadOnlyList<Utterance> said, CancellationToken cancellationToken) =>
        transcripts.AppendAsync(
            DirectLineChannel.ChannelName,
            Names.Of(DirectLineActivities.ChannelId, conversation),
            Names.Of(DirectLineActivities.ChannelId, user),
            said,
            cancellationToken);

    /// <summary>Tells those who are connected now what is not kept.</summary>
    public Task PassAsync(string conversation, Activity passing, CancellationToken cancellationToken) =>
        transcripts.PassAsync(DirectLineChannel.ChannelName, Names.Of(DirectLineActivities.ChannelId, conversation), DirectLineActivities.Body(passing), cancellationToken);

    /// <summary>What was said after a place, in one page.</summary>
    public async Task<ActivitySet> ReadAsync(Visitor visitor, long after, int most, CancellationToken cancellationToken)
    {
        var entries = await transcripts.ReadAsync(DirectLineChannel.ChannelName, NameOf(visitor), after, most, cancellationToken).ConfigureAwait(false);
        return Set(entries, visitor, after);
    }

    /// <summary>What was said after a place, what is said, and what passes by; a set without activities when there is nothing for a while.</summary>
    public async IAsyncEnumerable<ActivitySet> FollowAsync(Visitor visitor, long after, TimeSpan patience, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var news in transcripts.FollowAsync(DirectLineChannel.ChannelName, NameOf(visitor), after, patience, cancellationToken).ConfigureAwait(false))
        {
            yield return news switch
            {
                TranscriptNews.Said said => Set(said.Entries, visitor, after),
                TranscriptNews.Passing passing => new([DirectLineActivities.Shown(passing.Body, time.GetUtcNow(), visitor)], Watermark: null),
                _ => new([], Watermark: null),
            };
        }
    }

    private static string NameOf(Visitor visitor) => Names.Of(DirectLineActivities.ChannelId, visitor.Conversation);

    private static ActivitySet Set(IReadOnlyList<TranscriptEntry> entries, Visitor visitor, long after) => new(
        [.. entries.Select(entry => DirectLineActivities.Shown(entry, visitor))],
        (entries.Count == 0 ? after : entries[^1].Watermark).ToString(CultureInfo.InvariantCulture));
}
