using System.Net;
using System.Text.Json;
using Bot.Host.Keeping;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Bot.Host.Tests.Keeping;

/// <summary>A backup is worth what can be restored from it: each is made while readers ask, and served in another place.</summary>
public sealed class RecordBackupTests : IDisposable
{
    private const int Asked = 6;
    private const int UnderLoad = 5;

    // The load is only as fast as the machine.
    private static readonly (string, string)[] Unlimited = [("Web:RequestsPerMinute", "1000000"), ("Turns:PerAsker", "100000"), ("Turns:Everybody", "1000000")];

    private readonly string _backups = Directory.CreateTempSubdirectory("bot-backup-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_backups, recursive: true);
    }

    [Fact]
    public async Task A_restored_sqlite_record_answers_what_was_asked_before_the_backup()
    {
        using var folder = HostFolder.New();
        using var fresh = HostFolder.New();
        Dictionary<int, string> answers;
        await using (var host = RunningHost.StartIn(folder, Unlimited))
        {
            answers = await RecordedAsync(host);
            await UnderLoadAsync(host, () => Assert.Equal(0, Backup(folder).Code));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(fresh.Record)!);
        foreach (var file in Directory.GetFiles(_backups))
        {
            File.Copy(file, Path.Combine(Path.GetDirectoryName(fresh.Record)!, Path.GetFileName(file)));
        }

        await using var restored = RunningHost.StartIn(fresh);
        await AssertAnswersAsync(restored, answers);
    }

    [Fact]
    public async Task A_restored_postgres_record_answers_what_was_asked_before_the_backup()
    {
        await using var server = await PostgresDump.StartAsync();
        Assert.SkipWhen(server is null, PostgresDump.WhyNot);
        var dump = Path.Combine(_backups, "record.dump");
        Dictionary<int, string> answers;
        var first = await server!.NewDatabaseAsync();
        await using (var host = RunningHost.Start(On(first)))
        {
            answers = await RecordedAsync(host);
            await UnderLoadAsync(host, () => PostgresDump.Dump(first, dump));
        }

        var second = await server.NewDatabaseAsync();
        PostgresDump.Restore(dump, second);
        await using var restored = RunningHost.Start(On(second));
        await AssertAnswersAsync(restored, answers);
    }

    [Fact]
    public async Task A_backup_is_never_written_over_and_its_owner_alone_reads_it()
    {
        using var folder = HostFolder.New();
        await using var host = RunningHost.StartIn(folder);
        Assert.Equal(0, Backup(folder).Code);
        var copy = Path.Combine(_backups, "record.db");

        var (code, said) = Backup(folder);

        Assert.Equal(2, code);
        Assert.Contains(copy, said, StringComparison.Ordinal);
        Assert.Equal(["record.db", "record.db.key"], Directory.GetFiles(_backups).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(_backups))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Theory]
    [InlineData("", "data/record.db", null, "Name a folder")]
    [InlineData("x", "data/record.db", "Host=localhost;Database=bot", "pg_dump")]
    [InlineData("x", "nowhere/record.db", null, "'nowhere/record.db'")]
    public void Says_what_is_wrong_and_writes_nothing(string to, string record, string? postgres, string told)
    {
        var (code, said) = Run(("to", to.Length == 0 ? "" : Path.Combine(_backups, to)), ("Records:Path", record), ("Records:Postgres", postgres));

        Assert.Equal(2, code);
        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_backups));
    }

    private static (string, string)[] On(string database) => [.. Unlimited, ("Records:Postgres", database), ("Records:Key", Convert.ToBase64String(new byte[32]))];

    private (int Code, string Said) Backup(HostFolder folder) => Run(("to", _backups), ("Records:Path", folder.Record));

    private static (int Code, string Said) Run(params (string Name, string? Value)[] settings)
    {
        using var output = new StringWriter();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))).Build();
        return (RecordBackup.Write(configuration, output, output), output.ToString());
    }

    private static Task<HttpResponseMessage> AskAsync(RunningHost host, int number) =>
        host.AskAsync(new { question = $"What will repairs number {number} cost?" }, key: $"asked-before-the-backup-{number}");

    /// <summary>Asks, and keeps what the record gives back for each question.</summary>
    private static async Task<Dictionary<int, string>> RecordedAsync(RunningHost host)
    {
        var answers = new Dictionary<int, string>();
        for (var number = 0; number < Asked; number++)
        {
            using var response = await AskAsync(host, number);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var id = (await host.ReadAsync(response)).GetProperty("id").GetString()!;
            answers[number] = await host.PageAsync($"/api/answers/{id}");
        }

        return answers;
    }

    /// <summary>Does something while readers ask: some were answered before it, and some are after it.</summary>
    private static async Task UnderLoadAsync(RunningHost host, Action work)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(host.Stop);
        var (before, after) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (count, done) = (0, false);
        var load = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                using var response = await host.AskAsync(new { question = "What will repairs cost?" }, key: $"asked-during-the-backup-{count}");
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                await response.Content.ReadAsStringAsync(host.Stop);
                (++count >= UnderLoad ? before : null)?.TrySetResult();
                (Volatile.Read(ref done) ? after : null)?.TrySetResult();
            }
        }, host.Stop);

        await (await Task.WhenAny(before.Task, load));
        await Task.Run(work, host.Stop);
        Volatile.Write(ref done, true);
        await (await Task.WhenAny(after.Task, load));
        await enough.CancelAsync();
        await load;
    }

    private static async Task AssertAnswersAsync(RunningHost restored, Dictionary<int, string> answers)
    {
        foreach (var (number, answer) in answers)
        {
            var id = JsonDocument.Parse(answer).RootElement.GetProperty("id").GetString()!;
            Assert.Equal(answer, await restored.PageAsync($"/api/answers/{id}"));

            // The same question with the same key is the same turn: it is not asked anew.
            using var again = await AskAsync(restored, number);
            Assert.Equal(id, (await restored.ReadAsync(again)).GetProperty("id").GetString());
        }
    }
}
