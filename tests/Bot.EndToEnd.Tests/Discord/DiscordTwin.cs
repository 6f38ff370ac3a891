using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>discord-digital-twin, in a process of Node's own: a Discord by others, and the readers on it.</summary>
internal sealed class DiscordTwin : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly SemaphoreSlim _writing = new(1);
    private Task _listening = Task.CompletedTask;
    private int _ids;

    private DiscordTwin(Process process) => _process = process;

    /// <summary>What it says of itself: <c>api</c>, <c>token</c>, <c>bot</c>, <c>guild</c>, <c>channels</c> and <c>users</c> by name.</summary>
    public JsonElement Self { get; private set; }

    public static async Task<DiscordTwin> StartAsync(string folder, string database, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", ["twin.js", database]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        var twin = new DiscordTwin(Process.Start(start)!);
        var first = await twin._process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The twin ended before it listened: run it by hand to see why.");
        twin.Self = JsonDocument.Parse(first).RootElement;
        twin._listening = twin.ListenAsync();
        return twin;
    }

    /// <summary>Something happens on it.</summary>
    /// <param name="deed">What, by its name in <c>twin.js</c>.</param>
    /// <param name="how">An object with the deed's parts.</param>
    public async Task<JsonElement> DoAsync(string deed, object how)
    {
        var told = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var id = Interlocked.Increment(ref _ids);
        _asked[id] = told;
        var line = JsonSerializer.SerializeToNode(how, Web)!.AsObject();
        (line["id"], line["do"]) = (id, deed);
        await _writing.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(line.ToJsonString());
            await _process.StandardInput.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }

        var answer = await told.Task.WaitAsync(TestContext.Current.CancellationToken);
        return answer.TryGetProperty("error", out var error)
            ? throw new InvalidOperationException($"The twin could not {deed}: {error.GetString()}")
            : answer.TryGetProperty("result", out var result) ? result : default;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _listening;
        _process.Dispose();
        _writing.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var answer = JsonDocument.Parse(line).RootElement;
            if (_asked.TryRemove(answer.GetProperty("id").GetInt32(), out var told))
            {
                told.SetResult(answer);
            }
        }
    }
}
