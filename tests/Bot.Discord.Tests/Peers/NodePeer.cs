using System.ComponentModel;
using System.Diagnostics;

namespace Bot.Discord.Tests.Peers;

/// <summary>A program by others in Node.js, spoken with in lines. Tests are skipped where there is no Node.js, or its packages are not to be had.</summary>
internal sealed class NodePeer : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find(), "tests", "Bot.Discord.Tests", "Peers");
    private static readonly Lazy<Task<string?>> Missing = new(InstallAsync);

    private readonly Process _process;

    private NodePeer(Process process) => _process = process;

    public StreamWriter Input => _process.StandardInput;

    public StreamReader Output => _process.StandardOutput;

    /// <summary>Starts a script of this folder; the test is skipped when it can't be.</summary>
    public static async Task<NodePeer> StartAsync(string script, params string[] arguments)
    {
        Assert.SkipWhen(await Missing.Value is { } missing, $"{await Missing.Value}");
        return new(Start("node", [script, .. arguments]));
    }

    /// <summary>The next line it writes.</summary>
    public async Task<string> LineAsync()
    {
        using var patience = new CancellationTokenSource(Some.Patience);
        return await Output.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException($"The peer ended: {await _process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // Packages are fetched once for a clone; without a network, from npm's own cache or not at all.
    private static async Task<string?> InstallAsync()
    {
        if (!Runs("node") || !Runs("npm"))
        {
            return "Node.js is not at hand.";
        }

        if (File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            return null;
        }

        using var npm = Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=0"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        _ = npm.StandardOutput.ReadToEndAsync(patience.Token);
        _ = npm.StandardError.ReadToEndAsync(patience.Token);
        await npm.WaitForExitAsync(patience.Token);
        return npm.ExitCode == 0 ? null : "The peers' packages are not at hand: run 'npm ci --ignore-scripts' in tests/Bot.Discord.Tests/Peers.";
    }

    private static bool Runs(string program)
    {
        try
        {
            using var process = Start(program, ["--version"]);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
