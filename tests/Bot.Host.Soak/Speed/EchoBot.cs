using System.Diagnostics;
using System.Globalization;

namespace Bot.Host.Soak.Speed;

/// <summary>The echo bot of npm's <c>botbuilder</c>, in a process of its own; npm installs it below the temporary folder.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private EchoBot(Process process, string folder, Uri address) =>
        (_process, _folder, Client) = (process, folder, new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 4_000 }) { BaseAddress = address });

    public HttpClient Client { get; }

    public static async Task<EchoBot> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bot-echo-bot-").FullName;
        var from = Path.Combine(AppContext.BaseDirectory, "echo-bot");
        foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc", "echo-bot.mjs" })
        {
            File.Copy(Path.Combine(from, file), Path.Combine(folder, file));
        }

        using (var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-update-notifier", "--silent"]) { WorkingDirectory = folder })!)
        {
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"'npm ci' ended with {npm.ExitCode} in '{folder}': what it says is above.");
            }
        }

        var process = Process.Start(new ProcessStartInfo("node", ["echo-bot.mjs"]) { WorkingDirectory = folder, RedirectStandardOutput = true, Environment = { ["NODE_ENV"] = "production" } })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The echo bot ended before it listened: its complaint is above.");
        return new(process, folder, new Uri($"http://127.0.0.1:{int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)}"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
