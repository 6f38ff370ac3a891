using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bot.Conversations.Records.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bot.Conversations.Working;

/// <summary>
/// PostgreSQL: an advisory lock per conversation, all on one connection of this process. The database lets go of them the moment the process or
/// the connection dies; then all that was held is lost, and whoever held it stops.
/// </summary>
internal sealed partial class PostgresLocks(PostgresDatabase database, TimeProvider time, ILogger<PostgresLocks> logger) : IConversationLocks, IAsyncDisposable
{
    // A machine without power says no goodbye: the server asks after it, and lets go of its locks within 20 seconds instead of hours. Its process, if it
    // lives on without the network, has given them up by then.
    private const string ProbeHolder = "SET tcp_keepalives_idle = 11; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private Session? _session;

    public async Task<ConversationLock?> TryTakeAsync(string conversation, CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _session ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
            var (session, key) = (_session, KeyOf(conversation));
            return await AskAsync(session, $"SELECT pg_try_advisory_lock({key})").ConfigureAwait(false)
                ? new ConversationLock(new Held(this, session, key), session.Lost)
                : null;
        }
        finally
        {
            _asking.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
        {
            // Its connection goes back to a pool: what it holds does not leave with it.
            await LeaveAsync(session, "SELECT pg_advisory_unlock_all()").ConfigureAwait(false);
            await CloseAsync(session).ConfigureAwait(false);
        }
    }

    private async Task<Session> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var probe = new NpgsqlCommand(ProbeHolder, connection);
            await probe.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var session = new Session(connection);
        _ = WatchAsync(session);
        return session;
    }

    // Nobody asks a session that is idle: it is looked at, so that a dead one is noticed while turns are worked.
    private async Task WatchAsync(Session session)
    {
        while (!session.Lost.IsCancellationRequested)
        {
            await Task.Delay(LookEvery, time, session.Lost).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await LeaveAsync(session, "SELECT true").ConfigureAwait(false);
        }
    }

    private async Task LeaveAsync(Session session, string words)
    {
        await _asking.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (!session.Lost.IsCancellationRequested)
            {
                await AskAsync(session, words).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException)
        {
            // Said already; with the connection the locks are gone.
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<bool> AskAsync(Session session, string words)
    {
        try
        {
            await using var command = new NpgsqlCommand(words, session.Connection);
            return await command.ExecuteScalarAsync(CancellationToken.None).ConfigureAwait(false) is true;
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException)
        {
            LogLost(error);
            await CloseAsync(session).ConfigureAwait(false);
            throw;
        }
    }

    private async Task CloseAsync(Session session)
    {
        _session = null;
        await session.DisposeAsync().ConfigureAwait(false);
    }

    private static long KeyOf(string conversation) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("bot/" + conversation)));

    [LoggerMessage(LogLevel.Warning, "The connection that holds this process's conversations is lost; they are taken again.")]
    private partial void LogLost(Exception error);

    private sealed class Held(PostgresLocks locks, Session session, long key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await locks.LeaveAsync(session, $"SELECT pg_advisory_unlock({key})").ConfigureAwait(false);
    }

    private sealed class Session(NpgsqlConnection connection) : IAsyncDisposable
    {
        // Not disposed: it holds no timer, and those who lost their conversation still look at it.
        private readonly CancellationTokenSource _lost = new();

        public NpgsqlConnection Connection => connection;

        public CancellationToken Lost => _lost.Token;

        public async ValueTask DisposeAsync()
        {
            await _lost.CancelAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
