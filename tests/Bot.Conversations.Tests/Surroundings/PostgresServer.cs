using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Bot.Conversations.Tests.Surroundings;

/// <summary>A PostgreSQL of the tests' own on loopback, in a temporary folder. The soak commands use it too.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-postgres-").FullName;
    private readonly string _programs;
    private int _databases;

    private readonly string _options;

    private PostgresServer(string programs, string options) => (_programs, _options) = (programs, options);

    public static string WhyNot => "There is no PostgreSQL here; install it with 'apt-get install postgresql'.";

    public int Port { get; private set; }

    /// <summary>Starts one; <see langword="null"/> when it is not installed.</summary>
    /// <param name="options">Options of the server, beside those that it needs.</param>
    public static async Task<PostgresServer?> StartAsync(string options = "")
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;
        if (programs is null)
        {
            return null;
        }

        var server = new PostgresServer(programs, options);
        server.Port = FreePort();
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", server._folder);
        }

        await server.AsPostgresAsync("initdb", "-D", server.Data, "-U", "bot", "-A", "trust", "--no-sync");
        await server.StartServerAsync();
        return server;
    }

    /// <summary>The server's own process.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), null);

    public Task StartServerAsync() =>
        AsPostgresAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 {_options}", "start");

    public Task StopServerAsync() => AsPostgresAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");

    public async Task<string> NewDatabaseAsync()
    {
        var name = $"bot{Interlocked.Increment(ref _databases)}";
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        await StopServerAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=bot;Database={database};Maximum Pool Size=30";

    // PostgreSQL refuses to run as root.
    private Task AsPostgresAsync(string program, params string[] arguments) =>
        Environment.UserName == "root"
            ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_programs, program), .. arguments])
            : RunAsync(Path.Combine(_programs, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // No pipes: a server that is started inherits them and never closes them.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
