using System.Diagnostics;
using Bot.Conversations.Tests.Surroundings;
using Npgsql;

namespace Bot.Host.Tests.Keeping;

/// <summary>A PostgreSQL of the tests' own, backed up and restored as docs/operating.md says.</summary>
internal sealed class PostgresDump : IAsyncDisposable
{
    private readonly PostgresServer _server;

    private PostgresDump(PostgresServer server) => _server = server;

    public static string WhyNot => PostgresServer.WhyNot;

    public static async Task<PostgresDump?> StartAsync() => await PostgresServer.StartAsync() is { } server ? new(server) : null;

    public Task<string> NewDatabaseAsync() => _server.NewDatabaseAsync();

    public static void Dump(string database, string file) => Run("pg_dump", database, "--format=custom", $"--file={file}");

    public static void Restore(string file, string database) => Run("pg_restore", database, "--exit-on-error", "--no-owner", file);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void Run(string program, string database, params string[] arguments)
    {
        var at = new NpgsqlConnectionStringBuilder(database);
        using var process = Process.Start(new ProcessStartInfo(program, [$"--host={at.Host}", $"--port={at.Port}", $"--username={at.Username}", $"--dbname={at.Database}", .. arguments]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {said}");
    }
}
