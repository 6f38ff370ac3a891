using System.Globalization;
using System.Net.Http.Json;

namespace Bot.Host.Soak.Speed;

/// <summary><c>/api/messages</c> beside the echo bot of npm's botbuilder: how many messages are accepted and answered in a second.</summary>
internal static class MessagesSpeedTest
{
    private const double Goal = 1.5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static int _number;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (seconds, readers) = (TimeSpan.FromSeconds(arguments.Number("--seconds", 20)), arguments.Number("--readers", 32));
        await using var connector = await LocalConnector.StartAsync();
        await using var host = await SoakHost.StartAsync(arguments.Host, model: null, more: [("BotFramework__AllowAnonymousLoopback", "true"), ("Records__Within", "00:00:20")]);
        await using var echo = await EchoBot.StartAsync();
        Console.WriteLine($"{MachineLine.Told}; {readers} readers in turn, {seconds.TotalSeconds:0} s each");
        Console.WriteLine();
        Console.WriteLine("| | accepted and answered a second | at half of it: median ms | p99 ms |");
        Console.WriteLine("|---|--:|--:|--:|");
        var most = await RowAsync("Bot, recorded, answered from the articles", host.Client, connector, readers, seconds);
        var bare = await RowAsync("botbuilder 4.23.3, echo", echo.Client, connector, readers, seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| times | {most / bare:0.00} | | |"));
        Console.WriteLine();
        Console.WriteLine($"the host's memory: {host.Memory.Now} MB, at most {host.Memory.Most} MB");
        return most / bare >= Goal ? 0 : 1;
    }

    private static async Task<double> RowAsync(string name, HttpClient bot, LocalConnector connector, int readers, TimeSpan lasts)
    {
        var most = await ClosedLoop.RunAsync(readers, lasts, SayAsync);
        var (median, p99) = await SteadyLoad.RunAsync(most / 2, lasts, SayAsync);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {most:0} | {median:0.0} | {p99:0.0} |"));
        return most;

        async Task SayAsync(int question)
        {
            var number = Interlocked.Increment(ref _number);
            var conversation = $"conversation-{number}";
            var answered = connector.MessageIn(conversation);
            using var response = await bot.PostAsJsonAsync("/api/messages", new
            {
                type = "message",
                id = $"question-{number}",
                text = question % 2 == 0 ? "How many kilometres does Line 1 of the tram run?" : "When did Islamic State lose its last village in Syria?",
                timestamp = "2026-11-22T12:00:00.1234567Z",
                serviceUrl = connector.ServiceUrl,
                channelId = "emulator",
                from = new { id = $"reader-{number}", name = "Reader" },
                recipient = new { id = "bot", name = "Bot" },
                conversation = new { id = conversation, conversationType = "personal" },
                locale = "en-US",
                textFormat = "plain",
            });
            response.EnsureSuccessStatusCode();
            await answered.WaitAsync(Patience);
        }
    }
}
