using System.Diagnostics;

namespace Bot.Host.Soak;

/// <summary>A question is taken back while the model works on it.</summary>
internal static class CancelTest
{
    private const string Key = "the-question-taken-back";

    public static async Task<int> RunAsync(Func<string, int, int> number, string? dll)
    {
        await using var model = await SlowModel.StartAsync(TimeSpan.FromMilliseconds(number("--model-ms", 40_000)));
        await using var host = await SoakHost.StartAsync(dll, model.Endpoint);
        var asking = host.AskAsync("How many kilometres does Line 1 of the tram run, case-1?", Key);
        await model.FirstAsked;
        var clock = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/ask") { Headers = { { "Idempotency-Key", Key } } };
        using var response = await host.Client.SendAsync(request);
        var acknowledged = clock.Elapsed;
        var (status, _) = await asking;
        var told = clock.Elapsed;
        await model.FirstAbandoned.WaitAsync(TimeSpan.FromSeconds(30));
        var stopped = clock.Elapsed;
        Console.WriteLine($"taken back: {(int)response.StatusCode} after {acknowledged.TotalMilliseconds:0} ms; the asker was told {status} after {told.TotalMilliseconds:0} ms; the model call was dropped after {stopped.TotalMilliseconds:0} ms");
        return response.IsSuccessStatusCode && status == 410 && stopped < TimeSpan.FromSeconds(1) ? 0 : 1;
    }
}
