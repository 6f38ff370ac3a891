using Bot.Conversations.Records;
using Bot.Conversations.Records.Keeping;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Privacy;

/// <summary>Deletes what is older than the retention time.</summary>
internal sealed partial class Retention(RecordStore store, IOptions<RecordOptions> options, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    // Small bites, so that questions need not wait for the deleting.
    private const int Bite = 500;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Deletes it.</summary>
    /// <returns>How many turns were deleted.</returns>
    public async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = now - options.Value.RetainFor;
        var turns = await InBitesAsync(
            async (context, token) =>
            {
                var old = await context.Turns
                    .Where(turn => turn.Received < before && turn.State >= TurnState.Delivered)
                    .OrderBy(turn => turn.Received)
                    .Take(Bite)
                    .Select(turn => turn.Seq)
                    .ToListAsync(token)
                    .ConfigureAwait(false);
                return await context.Turns.Where(turn => old.Contains(turn.Seq)).ExecuteDeleteAsync(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await InBitesAsync(
            async (context, token) =>
            {
                var last = await context.Transcripts.Where(row => row.At < before).OrderBy(row => row.At).Select(row => (DateTimeOffset?)row.At).Skip(Bite - 1).FirstOrDefaultAsync(token).ConfigureAwait(false);
                var deleted = await context.Transcripts.Where(row => row.At < before && (last == null || row.At <= last)).ExecuteDeleteAsync(token).ConfigureAwait(false);
                return last is null ? 0 : deleted;
            },
            cancellationToken).ConfigureAwait(false);
        await store.WriteAsync((context, token) => context.ChannelValues.Where(row => row.Until < now).ExecuteDeleteAsync(token), cancellationToken).ConfigureAwait(false);
        var unseen = before - SourceKeeper.Slack;
        await store.WriteAsync((context, token) => context.Kept.Where(row => row.Seen < unseen).ExecuteDeleteAsync(token), cancellationToken).ConfigureAwait(false);
        await store.WriteAsync((context, token) => DropOrphansAsync(context, unseen, token), cancellationToken).ConfigureAwait(false);
        return turns;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                LogDeleted(await DeleteAsync(stoppingToken).ConfigureAwait(false));
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
            }
        }
    }

    private async Task<int> InBitesAsync(Func<RecordContext, CancellationToken, Task<int>> delete, CancellationToken cancellationToken)
    {
        var (total, deleted) = (0, Bite);
        while (deleted >= Bite)
        {
            deleted = await store.WriteAsync(delete, cancellationToken).ConfigureAwait(false);
            total += deleted;
        }

        return total;
    }

    // Words and versions that no answer needs any more, and conversations without a question.
    private static async Task<int> DropOrphansAsync(RecordContext context, DateTimeOffset unseen, CancellationToken cancellationToken)
    {
        await context.Forgotten.Where(row => !context.Turns.Any(turn => turn.Conversation == row.Conversation)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Corrections.Where(row => !context.Tellings.Any(telling => telling.Correction == row.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Cited
            .Where(cited => !context.Citations.Any(citation => citation.Cited == cited.Id) && !context.Corrections.Any(row => row.Cited == cited.Id))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
        return await context.Versions
            .Where(version => version.Seen < unseen)
            .Where(version => !context.Cited.Any(cited => cited.Version == version.Hash) && !context.Answers.Any(answer => answer.Versions.Contains(version.Hash)))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    [LoggerMessage(LogLevel.Information, "{Count} turns were older than the retention time and are deleted.")]
    private partial void LogDeleted(int count);

    [LoggerMessage(LogLevel.Warning, "What is older than the retention time could not be deleted; again in an hour.")]
    private partial void LogFailed(Exception error);
}
