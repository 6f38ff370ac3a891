using System.Globalization;
using System.Net.Http.Json;

namespace Bot.Host.Soak.Speed;

/// <summary><c>/api/ask</c> without a model beside a bare Kestrel: the most of both in a second, and what a reader waits at half of it.</summary>
internal static class AskSpeedTest
{
    /// <summary>What is asked, in turn.</summary>
    public static readonly string[] Questions =
    [
        "How many kilometres does Line 1 of the tram run?", "When did the tram in Hallowmere open?", "When did Islamic State lose its last village in Syria?",
        "Who announced the end of the caliphate?", "How many stops does Line 1 have?", "What does a day ticket cost?", "Where do the trams start?", "Who is the mayor?",
    ];

    /// <summary>The most is looked for: who waits is not sent away.</summary>
    public static readonly (string, string)[] Patient = [("Records__Within", "00:00:20")];

    private const double Goal = 50;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (seconds, readers) = (TimeSpan.FromSeconds(arguments.Number("--seconds", 20)), arguments.Number("--readers", 32));
        await using var host = await SoakHost.StartAsync(arguments.Host, model: null, more: Patient);
        await using var echo = await EchoServer.StartAsync();
        var (refused, bytes) = (0, await BytesAsync(host));
        Console.WriteLine($"{MachineLine.Told}; {readers} readers, {seconds.TotalSeconds:0} s each");
        Console.WriteLine();
        Console.WriteLine("| | most a second | at half of it: median ms | p99 ms |");
        Console.WriteLine("|---|--:|--:|--:|");
        var (ask, asked) = await RowAsync("/api/ask, quoting, recorded", readers, seconds, AskAsync);
        var share = ProcessorShare.Start(host);
        var (bare, _) = await RowAsync("bare Kestrel, echo", readers, seconds, EchoAsync);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| times | {bare / ask:0.0} | | |"));
        Console.WriteLine();
        Console.WriteLine($"not answered: {refused}; the host's memory: {host.Memory.Now} MB, at most {host.Memory.Most} MB; during the echo {share.Told()}");
        return refused == 0 && asked <= Goal ? 0 : 1;

        async Task AskAsync(int number)
        {
            var (status, _) = await host.AskAsync(Questions[number % Questions.Length], $"speed-{Guid.NewGuid():N}", from: $"10.1.{number / 250 % 250}.{(number % 250) + 1}");
            Interlocked.Add(ref refused, status == 200 ? 0 : 1);
        }

        async Task EchoAsync(int number)
        {
            using var response = await echo.Client.PostAsJsonAsync("/echo", new { question = Questions[number % Questions.Length], bytes });
            await response.Content.ReadAsByteArrayAsync();
        }
    }

    private static async Task<int> BytesAsync(SoakHost host)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/ask", new { question = Questions[0] });
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    private static async Task<(double Most, double P99)> RowAsync(string name, int readers, TimeSpan lasts, Func<int, Task> ask)
    {
        var most = await ClosedLoop.RunAsync(readers, lasts, ask);
        var (median, p99) = await SteadyLoad.RunAsync(most / 2, lasts, ask);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {most:0} | {median:0.0} | {p99:0.0} |"));
        return (most, p99);
    }
}
