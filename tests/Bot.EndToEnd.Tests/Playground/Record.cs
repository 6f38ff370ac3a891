using Microsoft.Data.Sqlite;

namespace Bot.EndToEnd.Tests.Playground;

/// <summary>What a running host has recorded, read beside it.</summary>
internal sealed class Record(string path)
{
    /// <summary>The readers' words on answers: the question, whether it was good, and why.</summary>
    public Task<List<string>> FeedbackAsync(CancellationToken cancellationToken) =>
        ListAsync("SELECT t.Text || '|' || f.Up || '|' || COALESCE(f.Reason, '') FROM feedback f JOIN turns t ON t.Seq = f.Turn ORDER BY f.Id", cancellationToken);

    /// <summary>The questions that were asked.</summary>
    public Task<List<string>> QuestionsAsync(CancellationToken cancellationToken) => ListAsync("SELECT Text FROM turns ORDER BY Seq", cancellationToken);

    private async Task<List<string>> ListAsync(string query, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are the two above.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
