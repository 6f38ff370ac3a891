using Bot.Conversations.Tests.Conformance;
using Microsoft.Data.Sqlite;

namespace Bot.Conversations.Tests.Surroundings;

internal sealed class SqliteRig : IRecordRig
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-record-").FullName;

    public string File => Path.Combine(_folder, "record.db");

    public IEnumerable<KeyValuePair<string, string?>> Settings => [new("Records:Path", File)];

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
