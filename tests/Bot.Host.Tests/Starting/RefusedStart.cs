using System.Diagnostics;

namespace Bot.Host.Tests.Starting;

/// <summary>A host, run as a process, that cannot start.</summary>
internal sealed record RefusedStart(int ExitCode, string Error, string Output)
{
    public IEnumerable<string> Complaints => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<RefusedStart> WithAsync(params (string Name, string Value)[] settings) => InAsync(_ => { }, settings);

    /// <summary>Starts it in a folder that is prepared first.</summary>
    public static async Task<RefusedStart> InAsync(Action<string> prepare, params (string Name, string Value)[] settings)
    {
        using var folder = HostFolder.New();
        prepare(folder.Root);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll")])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", ["Knowledge__Path"] = folder.Knowledge, ["Records__Path"] = folder.Record },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await error, await output);
    }
}
