using System.Globalization;

namespace Bot.Host.Soak.Speed;

/// <summary>What telemetry costs: the most questions a second of <c>/api/ask</c> with traces, metrics and logs told to a collector, beside the same without.</summary>
internal static class TelemetryCostTest
{
    private static long _reader;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (rounds, seconds, readers) = (arguments.Number("--rounds", 3), TimeSpan.FromSeconds(arguments.Number("--seconds", 10)), arguments.Number("--readers", 32));
        await using var collector = await EchoServer.StartAsync();
        await using var quiet = await SoakHost.StartAsync(arguments.Host, model: null, more: AskSpeedTest.Patient);
        await using var telling = await SoakHost.StartAsync(arguments.Host, model: null, more:
        [
            .. AskSpeedTest.Patient,
            ("Telemetry__Otlp", collector.Client.BaseAddress!.ToString()),
            ("Telemetry__ExportEvery", "00:00:05"),
            ("Telemetry__Prometheus", "true"),
        ]);
        Console.WriteLine($"{MachineLine.Told}; {readers} readers, {seconds.TotalSeconds:0} s each, in turns");
        Console.WriteLine();
        Console.WriteLine("| round | most a second, telling nobody | telling a collector, every question traced | share |");
        Console.WriteLine("|--:|--:|--:|--:|");
        for (var round = 0; round <= rounds; round++)
        {
            var without = await MostAsync(quiet);
            var with = await MostAsync(telling);
            if (round == 0)
            {
                // What is asked first is compiled meanwhile.
                continue;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {round} | {without:0} | {with:0} | {with / without:0.00} |"));
        }

        var told = await collector.ToldAsync();
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the collector was told {told / 1e6:0.0} MB; memory telling nobody {quiet.Memory.Now} MB, telling {telling.Memory.Now} MB"));
        return told > 0 ? 0 : 1;

        Task<double> MostAsync(SoakHost host) => ClosedLoop.RunAsync(readers, seconds, async number =>
        {
            var reader = Interlocked.Increment(ref _reader);
            var (status, answer) = await host.AskAsync(AskSpeedTest.Questions[number % AskSpeedTest.Questions.Length], $"telemetry-{Guid.NewGuid():N}", from: $"10.1.{reader / 250 % 250}.{(reader % 250) + 1}");
            if (status != 200)
            {
                throw new InvalidOperationException($"A question was not answered ({status}): {answer}");
            }
        });
    }
}
