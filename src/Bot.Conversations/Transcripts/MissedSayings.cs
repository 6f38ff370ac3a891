using Bot.Conversations.Records.Storage;
using Bot.Conversations.Working;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Conversations.Transcripts;

/// <summary>
/// Finds what other processes said without a notice reaching this one: a process may die between a commit and its notice, and a listener may be deaf for
/// a moment. Readers who follow here hear of it within seconds.
/// </summary>
internal sealed partial class MissedSayings(
    RecordStore store,
    RecordDatabase database,
    Watchers<string, string> followers,
    TimeProvider time,
    ILogger<MissedSayings> logger) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    // An entry has its moment before its commit, by the clock of another machine.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private HashSet<(string Conversation, long Watermark)> _known = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!database.IsShared)
        {
            return;
        }

        var looked = time.GetUtcNow();
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                var now = time.GetUtcNow();
                await LookAsync(looked - Margin, stoppingToken).ConfigureAwait(false);
                looked = now;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotRead(error);
            }
        }
    }

    private async Task LookAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var said = await store.ReadAsync(
            (context, token) => context.Transcripts
                .Where(row => row.At >= since)
                .GroupBy(row => row.Conversation)
                .Select(rows => new { Conversation = rows.Key, Watermark = rows.Max(row => row.Watermark) })
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var found = said.Select(one => (one.Conversation, one.Watermark)).ToHashSet();
        foreach (var (conversation, _) in found.Except(_known))
        {
            followers.Changed(conversation);
        }

        _known = found;
    }

    [LoggerMessage(LogLevel.Warning, "What other processes said cannot be looked for; again in two seconds.")]
    private partial void LogNotRead(Exception error);
}
