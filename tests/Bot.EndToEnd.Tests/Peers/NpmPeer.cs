using System.Diagnostics;
using System.Security.Cryptography;

namespace Bot.EndToEnd.Tests.Peers;

/// <summary>A program of others, of npm: installed on first use into its own folder, from its lock file, and again when that changes.</summary>
internal static class NpmPeer
{
    private const string Stamp = "node_modules/.bot-installed";

    private static readonly SemaphoreSlim One = new(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Installs it.</summary>
    /// <param name="folder">Where its package.json and lock file are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Why it is not there; <see langword="null"/> when it is.</returns>
    public static async Task<string?> InstallAsync(string folder, CancellationToken cancellationToken)
    {
        if (Programs.Find("node") is null || Programs.Find("npm") is not { } npm)
        {
            return "There is no Node.js on this machine: install 'node' and 'npm'.";
        }

        await One.WaitAsync(cancellationToken);
        try
        {
            var stamp = Path.Combine(folder, Stamp);
            var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellationToken)));
            if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
            {
                return null;
            }

            if (await RunAsync(npm, folder, cancellationToken) is { } failure)
            {
                return $"'npm ci' in {folder} failed, which needs npm's registry: {failure}";
            }

            await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
            return null;
        }
        finally
        {
            One.Release();
        }
    }

    private static async Task<string?> RunAsync(string npm, string folder, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true },
        };
        process.Start();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complaints = await process.StandardError.ReadToEndAsync(patience.Token);
            await said;
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? null : complaints.ReplaceLineEndings(" ");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return $"no end within {Patience}.";
        }
    }
}
