using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.Data.Sqlite;

namespace Bot.Discord.Tests.Hosting;

/// <summary>A record as it is at this moment: all that a process leaves which is killed now.</summary>
internal sealed class CopiedRecord : IRecordRig
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-copied-").FullName;

    private CopiedRecord()
    {
    }

    public IEnumerable<KeyValuePair<string, string?>> Settings => [new("Records:Path", FileOf(_folder))];

    public static CopiedRecord Of(SqliteRig record)
    {
        var copy = new CopiedRecord();
        var (from, to) = (record.File, FileOf(copy._folder));
        using (var source = new SqliteConnection($"Data Source={from};Pooling=False"))
        using (var target = new SqliteConnection($"Data Source={to};Pooling=False"))
        {
            source.Open();
            target.Open();
            source.BackupDatabase(target);
        }

        // What lies beside it, such as its key; not what is part of it, or held by who is alive.
        foreach (var beside in Directory.EnumerateFiles(Path.GetDirectoryName(from)!).Where(file => file != from && !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal) && new FileInfo(file).Length > 0))
        {
            File.Copy(beside, Path.Combine(copy._folder, Path.GetFileName(beside)));
        }

        return copy;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string FileOf(string folder) => Path.Combine(folder, "record.db");
}
