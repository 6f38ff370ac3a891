using System.Globalization;
using System.Text.Json;
using Bot.Discord.Rest;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Tests.Rest;

/// <summary>500 answers into 20 channels, against real limits.</summary>
public sealed class ManyAnswersTests
{
    private const int Channels = 20;
    private const int Each = 25;

    [Fact]
    public async Task Are_delivered_in_order_without_once_coming_too_soon()
    {
        await using var rig = await RestRig.StartAsync();
        await SendAllAsync(rig);

        Assert.Equal(0, rig.Discord.TooSoon);
        Assert.Equal(Channels * Each, rig.Discord.All.Count);
        Assert.Empty(rig.Discord.Faults);

        // Five windows of five seconds, and not much more: limits are used, not only kept.
        Assert.InRange(rig.Elapsed, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public async Task Are_delivered_once_and_in_order_through_refusals_failures_and_broken_connections(int seed)
    {
        await using var rig = await RestRig.StartAsync();
        var faults = new Faults(rig.Discord, new Random(seed));
        rig.Discord.Script = faults.ScriptAsync;
        await SendAllAsync(rig);

        Assert.Equal(0, rig.Discord.TooSoon);
        Assert.True(faults.Count > 100, $"only {faults.Count} faults");
        Assert.Empty(rig.Discord.Faults);
    }

    private static async Task SendAllAsync(RestRig rig)
    {
        var replies = await Task.WhenAll(
            from number in Enumerable.Range(0, Each)
            from channel in Enumerable.Range(0, Channels)
            select rig.Client.SendAsync(
                Routes.CreateMessage(Id(channel), new() { Content = Id(number), Nonce = $"{channel}-{number}" }),
                TestContext.Current.CancellationToken));

        Assert.All(replies, reply => Assert.True(reply.Done, reply.Reason));
        foreach (var channel in Enumerable.Range(0, Channels).Select(Id))
        {
            Assert.Equal(Enumerable.Range(0, Each).Select(Id), rig.Discord.Messages.Where(message => message.Channel == channel).Select(message => message.Content));
        }
    }

    private static string Id(int number) => (1000 + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>Every third request meets one; none more often than the client puts up with.</summary>
    private sealed class Faults(ScriptedDiscord discord, Random random)
    {
        private readonly Dictionary<string, int> _met = [];

        public int Count { get; private set; }

        public async Task<bool> ScriptAsync(HttpContext context, string body)
        {
            int fault;
            lock (_met)
            {
                var nonce = JsonDocument.Parse(body).RootElement.GetProperty("nonce").GetString()!;
                if (random.Next(3) > 0 || (_met[nonce] = _met.GetValueOrDefault(nonce) + 1) > 3)
                {
                    return false;
                }

                Count++;
                fault = random.Next(9);
            }

            foreach (var header in context.Response.Headers.Keys.Where(name => name.StartsWith("X-RateLimit", StringComparison.Ordinal)).ToArray())
            {
                context.Response.Headers.Remove(header);
            }

            switch (fault)
            {
                case < 3:
                    await ScriptedDiscord.RefuseAsync(context, 0.25 + fault, fault switch { 0 => "user", 1 => "shared", _ => "global" });
                    return true;
                case < 7:
                    context.Response.StatusCode = new[] { 500, 502, 503, 504 }[fault - 3];
                    return true;
                case 7:
                    context.Abort();
                    return true;
                default:
                    // It is posted, and no word of it comes back.
                    using (var unheard = new MemoryStream())
                    {
                        context.Response.Body = unheard;
                        await discord.ServeAsync(context, body);
                        context.Abort();
                        return true;
                    }
            }
        }
    }
}
