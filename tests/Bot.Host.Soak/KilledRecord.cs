using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Host.Soak;

/// <summary>The record after all, read without the host.</summary>
internal sealed class KilledRecord(DbConnection connection, bool sqlite) : IAsyncDisposable
{
    private const int Delivered = 10;

    // Each finds what must not be there.
    private static readonly (string What, string Sql)[] Orphans =
    [
        ("answers without a question", """SELECT count(*) FROM answers a WHERE NOT EXISTS (SELECT 1 FROM turns t WHERE t."Seq" = a."Turn")"""),
        ("questions without an answer", """SELECT count(*) FROM turns t WHERE NOT EXISTS (SELECT 1 FROM answers a WHERE t."Seq" = a."Turn")"""),
        ("citations without an answer", """SELECT count(*) FROM citations c WHERE NOT EXISTS (SELECT 1 FROM answers a WHERE a."Turn" = c."Turn")"""),
        ("citations without their words", """SELECT count(*) FROM citations c WHERE NOT EXISTS (SELECT 1 FROM cited w WHERE w."Id" = c."Cited")"""),
        ("cited words without their article", """SELECT count(*) FROM cited w WHERE NOT EXISTS (SELECT 1 FROM article_versions v WHERE v."Hash" = w."Version")"""),
    ];

    public static string FileIn(string folder) => Path.Combine(folder, "record.db");

    public static KilledRecord Of(string folder, string? postgres) => postgres is null
        ? new(new SqliteConnection($"Data Source={FileIn(folder)};Pooling=False"), sqlite: true)
        : new(new NpgsqlConnection(postgres), sqlite: false);

    /// <summary>Compares the record with what was promised.</summary>
    /// <returns>What does not agree.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(Promises promises)
    {
        await connection.OpenAsync();
        List<string> broken = [];
        if (sqlite)
        {
            var integrity = await ReadAsync("PRAGMA integrity_check", row => row.GetString(0));
            var foreign = await ReadAsync("PRAGMA foreign_key_check", row => row.GetString(0));
            Console.WriteLine($"integrity_check: {string.Join(' ', integrity)}; foreign_key_check: {foreign.Count} violations");
            broken.AddRange(integrity.Where(told => told != "ok").Concat(foreign.Select(table => $"A row of {table} refers to nothing.")));
        }

        foreach (var (what, sql) in Orphans)
        {
            var count = (await ReadAsync(sql, row => row.GetInt64(0)))[0];
            broken.AddRange(count == 0 ? [] : [$"The record has {count} {what}."]);
        }

        var turns = await ReadAsync("""SELECT "EventId", "Conversation", "State", "Ended", "Attempts" FROM turns ORDER BY "Seq" """, Turn.Of);
        Console.WriteLine($"record: {turns.Count} questions; begun more than once: {turns.Count(turn => turn.Attempts > 1)}, at most {turns.Max(turn => turn.Attempts)} times");
        broken.AddRange(OfTurns(turns, promises));
        return broken;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static IEnumerable<string> OfTurns(List<Turn> turns, Promises promises)
    {
        var byEvent = turns.ToLookup(turn => turn.EventId, StringComparer.Ordinal);
        foreach (var (conversation, keys) in promises.Order)
        {
            var ours = turns.Where(turn => turn.Conversation == byEvent[KillTest.EventOf(keys.First())].First().Conversation).ToList();
            if (!ours.Select(turn => turn.EventId).SequenceEqual(keys.Select(KillTest.EventOf)))
            {
                yield return $"Conversation {conversation} stands in another order than it was acknowledged in, or with other questions.";
            }

            if (!ours.Select(turn => turn.Ended).SequenceEqual(ours.Select(turn => turn.Ended).Order()))
            {
                yield return $"Conversation {conversation} was answered out of order.";
            }

            foreach (var key in keys)
            {
                if (byEvent[KillTest.EventOf(key)].Single() is var turn && turn.State != Delivered)
                {
                    yield return $"{key}: its state is {turn.State}.";
                }

                if (promises.CallsOf(key) > turn.Attempts)
                {
                    yield return $"{key}: begun {turn.Attempts} times, but the model was asked {promises.CallsOf(key)} times.";
                }
            }
        }
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        List<T> all = [];
        while (await rows.ReadAsync())
        {
            all.Add(read(rows));
        }

        return all;
    }

    private sealed record Turn(string EventId, string Conversation, int State, long Ended, int Attempts)
    {
        // Open ones have no end.
        public static Turn Of(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt32(2), row.IsDBNull(3) ? long.MaxValue : row.GetInt64(3), row.GetInt32(4));
    }
}
