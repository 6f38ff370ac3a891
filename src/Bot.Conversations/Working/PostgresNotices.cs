using Bot.Answering.Tracing;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bot.Conversations.Working;

/// <summary>Hears what other processes did to the record. What it misses, the sweep finds.</summary>
internal sealed partial class PostgresNotices(
    RecordDatabase database,
    ConversationWorkers workers,
    RunningTurns running,
    Watchers<TurnId, AnswerStage> turns,
    Watchers<string, string> transcripts,
    TimeProvider time,
    ILogger<PostgresNotices> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (database is PostgresDatabase postgres && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(postgres, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogDeaf(error);
                await Task.Delay(Again, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(PostgresDatabase postgres, CancellationToken cancellationToken)
    {
        await using var connection = await postgres.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        connection.Notification += (_, notification) => Hear(postgres, notification.Payload);
        await using var listen = new NpgsqlCommand($"LISTEN {PostgresDatabase.Listen}", connection);
        await listen.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Hear(PostgresDatabase postgres, string payload)
    {
        if (payload.Split('|') is not [var from, var kind, .. var name] || from == postgres.Me || !Enum.TryParse<NoticeKind>(kind, out var what))
        {
            return;
        }

        switch (what)
        {
            case NoticeKind.Asked:
                workers.Wake(name[0], WakeCause.Told);
                break;
            case NoticeKind.Withdrawn:
                running.Withdraw(name[0], string.Join('|', name[1..]));
                break;
            case NoticeKind.Settled when TurnId.TryParse(name[0], out var turn):
                turns.Changed(turn);
                break;
            case NoticeKind.Said:
                transcripts.Changed(name[0]);
                break;
            case NoticeKind.Passing:
                transcripts.Tell(name[0], string.Join('|', name[1..]));
                break;
        }
    }

    [LoggerMessage(LogLevel.Warning, "What other processes do cannot be heard; again in a second.")]
    private partial void LogDeaf(Exception error);
}
