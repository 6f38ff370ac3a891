using Bot.Conversations.Records;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Keeping;

/// <summary>
/// <c>Bot.Host backup --to FOLDER</c>: a copy of the SQLite record as it is at one moment, with its key, while a host goes on serving
/// (https://www.sqlite.org/backup.html).
/// </summary>
internal static class RecordBackup
{
    public const string Command = "backup";

    private const string KeyEnding = ".key";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes it.</summary>
    /// <param name="settings">The host's settings with the command's own: <c>to</c>.</param>
    /// <param name="output">Where to say what was done.</param>
    /// <param name="error">Where to say what is wrong.</param>
    /// <returns>The exit code.</returns>
    public static int Write(IConfiguration settings, TextWriter output, TextWriter error)
    {
        var record = settings.GetSection(RecordOptions.Section).Get<RecordOptions>() ?? new();
        var copy = settings["to"] is { Length: > 0 } folder ? Path.Combine(folder, Path.GetFileName(record.Path)) : null;
        var wrong = copy is null ? "Where to? Name a folder, such as --to backups/monday."
            : !string.IsNullOrWhiteSpace(record.Postgres) ? "The record is in PostgreSQL (Records:Postgres): back it up with pg_dump; docs/operating.md shows how."
            : !File.Exists(record.Path) ? $"There is no record '{record.Path}': start where the host runs, or name its record with --Records:Path."
            : File.Exists(copy) || File.Exists(copy + KeyEnding) ? $"'{copy}' or its key is there already, and is not written over: name another folder."
            : null;
        if (wrong is not null)
        {
            error.WriteLine(wrong);
            return 2;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(copy!))!);
            Copy(record.Path, copy!);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            error.WriteLine($"The record '{record.Path}' could not be copied to '{copy}': {fault.Message}");
            return 1;
        }

        output.WriteLine($"{copy}: the record as it was, checked. {SayWhereTheKeyIs(record, copy!)}");
        return 0;
    }

    // Under its name only once it is whole and checked: a backup that is there can be trusted.
    private static void Copy(string record, string copy)
    {
        var unfinished = copy + ".unfinished";
        Make(unfinished);
        using (var source = Open(record, SqliteOpenMode.ReadWrite))
        using (var target = Open(unfinished, SqliteOpenMode.ReadWriteCreate))
        {
            source.BackupDatabase(target);
            using var check = target.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            if (check.ExecuteScalar() is not "ok" and var found)
            {
                throw new InvalidDataException($"the copy is not sound ({found}).");
            }
        }

        if (File.Exists(record + KeyEnding))
        {
            File.Copy(record + KeyEnding, copy + KeyEnding);
        }

        File.Move(unfinished, copy);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    // What readers asked is nobody's business but the host's.
    private static void Make(string path)
    {
        using var file = File.Create(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file.SafeFileHandle, OwnerOnly);
        }
    }

    private static string SayWhereTheKeyIs(RecordOptions record, string copy) => string.IsNullOrWhiteSpace(record.Key)
        ? $"{copy}{KeyEnding} is its key: whoever has both can read whom answers went to."
        : "Its key is the setting Records:Key: keep that elsewhere, the record is no use without it.";
}
