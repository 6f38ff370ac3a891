using System.Globalization;
using Bot.Conversations.Tests.Surroundings;
using Npgsql;

namespace Bot.Host.Soak;

/// <summary>What a PostgreSQL spends on questions: processor, commits, log, and statement by statement.</summary>
internal sealed class PostgresCosts : IAsyncDisposable
{
    /// <summary>What the server must be started with to count statements.</summary>
    public const string Options = "-c shared_preload_libraries=pg_stat_statements";

    private const double TicksPerSecond = 100;
    private const int Most = 14;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresServer _server;
    private readonly bool _statements;
    private (double Seconds, long Commits, decimal Log) _before;

    private PostgresCosts(PostgresServer server, string connection, bool statements) =>
        (_server, _source, _statements) = (server, NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, ApplicationName = "soak" }), statements);

    public static async Task<PostgresCosts> BeginAsync(PostgresServer server, string connection, bool statements)
    {
        var costs = new PostgresCosts(server, connection, statements);
        if (statements)
        {
            await costs.RunAsync("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            await costs.RunAsync("SELECT pg_stat_statements_reset()");
        }

        costs._before = await costs.NowAsync();
        return costs;
    }

    public async Task TellAsync(int questions)
    {
        var now = await NowAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"PostgreSQL, a question: {(now.Seconds - _before.Seconds) * 1000 / questions:0.0} ms of a processor, {(double)(now.Commits - _before.Commits) / questions:0.0} transactions, {(now.Log - _before.Log) / questions / 1024:0.0} KB of log"));
        if (!_statements)
        {
            return;
        }

        await using var command = _source.CreateCommand(
            $"SELECT sum(calls) OVER (), calls, total_exec_time, rows, regexp_replace(query, '\\s+', ' ', 'g') FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat%' ORDER BY total_exec_time DESC LIMIT {Most}");
        await using var rows = await command.ExecuteReaderAsync();
        Console.WriteLine("| calls a question | ms a call | ms a question | rows a call | statement |");
        Console.WriteLine("|--:|--:|--:|--:|---|");
        var all = 0m;
        while (await rows.ReadAsync())
        {
            var (calls, time) = (rows.GetInt64(1), rows.GetDouble(2));
            all = rows.GetDecimal(0);
            var words = rows.GetString(4).Replace("|", "\\|", StringComparison.Ordinal);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(double)calls / questions:0.00} | {time / calls:0.000} | {time / questions:0.000} | {(double)rows.GetInt64(3) / calls:0.0} | {(words.Length > 150 ? words[..150] + "…" : words)} |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all / questions:0.0} statements a question in all"));
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<(double Seconds, long Commits, decimal Log)> NowAsync()
    {
        // Counters of connections that are open come in about once a second.
        await using var command = _source.CreateCommand("SELECT (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()), (SELECT wal_bytes FROM pg_stat_wal)");
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (ProcessorSeconds(), row.GetInt64(0), row.GetDecimal(1));
    }

    // Its own and its children's, with those that have ended.
    private double ProcessorSeconds()
    {
        var seconds = 0.0;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                var isServer = Path.GetFileName(folder) == $"{_server.ProcessId}";
                seconds += isServer || fields[1] == $"{_server.ProcessId}" ? fields[11..(isServer ? 15 : 13)].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond : 0;
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }

        return seconds;
    }

    private async Task RunAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
