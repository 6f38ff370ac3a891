using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Bot.Host.Soak.Machines;

/// <summary>The record that machines shared, read without them.</summary>
internal sealed class SharedRecord(string connection) : IAsyncDisposable
{
    private const int Uncertain = 11;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection);

    /// <summary>How many turns ended how.</summary>
    public async Task<string> StatesAsync() =>
        string.Join(", ", await ReadAsync("""SELECT "State" || ' x ' || count(*) FROM turns GROUP BY "State" ORDER BY "State" """, row => row.GetString(0)));

    /// <summary>How many turns were begun more than once.</summary>
    public async Task<long> BegunAgainAsync() => (await ReadAsync("""SELECT count(*) FROM turns WHERE "Attempts" > 1""", row => row.GetInt64(0)))[0];

    /// <summary>Conversations in which a turn ended before an earlier one.</summary>
    public async Task<long> DisorderedAsync() => (await ReadAsync(
        """
        SELECT count(DISTINCT "Conversation") FROM (
            SELECT "Conversation", "Ended" < lag("Ended") OVER (PARTITION BY "Conversation" ORDER BY "Seq") AS late FROM turns WHERE "Ended" IS NOT NULL) ended
        WHERE late
        """,
        row => row.GetInt64(0)))[0];

    /// <summary>The activities whose answers are of unknown fate: sent once, and nobody knows whether they were shown.</summary>
    public async Task<HashSet<string>> UncertainAsync() => [.. await ReadAsync($"""SELECT "EventId" FROM turns WHERE "State" = {Uncertain}""", row => row.GetString(0))];

    /// <summary>The activities that were taken.</summary>
    public async Task<HashSet<string>> TakenAsync() => [.. await ReadAsync("""SELECT "EventId" FROM turns""", row => row.GetString(0))];

    /// <summary>What the record calls a question of an activity.</summary>
    public static string EventOf(string conversation, string activity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"msteams\n{conversation}\n{activity}")));

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = _source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        List<T> all = [];
        while (await rows.ReadAsync())
        {
            all.Add(read(rows));
        }

        return all;
    }
}
