using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bot.Discord.Gateway;

namespace Bot.Benchmarks.Benchmarks;

/// <summary>A message that Discord's gateway tells of, from its bytes to whether the bot is asked and what, beside the parsing of its JSON.</summary>
[Config(typeof(ShortJob))]
public class GatewayBenchmarks
{
    private const string Self = "200000000000000001";

    private static readonly string[] Roles = ["700000000000000001", "700000000000000002"];

    private byte[] _asked = [];
    private byte[] _other = [];

    [GlobalSetup]
    public void SetUp() => (_asked, _other) = (Event($"<@{Self}> How long is the library of Zeldeton?", Self), Event("Good morning, all of you.", "200000000000000009"));

    [Benchmark(Baseline = true, Description = "JSON parsed")]
    public int Bare()
    {
        using var document = JsonDocument.Parse(_asked);
        return document.RootElement.GetProperty("op").GetInt32();
    }

    [Benchmark(Description = "a message that asks the bot")]
    public string? Asked() => Dispatch(_asked);

    [Benchmark(Description = "a message to others")]
    public string? Other() => Dispatch(_other);

    private static string? Dispatch(byte[] json)
    {
        var message = new ChatMessage(Payload.Read(json)!.Data);
        return !message.IsBots && message.Mentions(Self) ? message.Occasion.User + message.Without(Self) : null;
    }

    private static byte[] Event(string content, string mentioned) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        op = 0,
        s = 42,
        t = "MESSAGE_CREATE",
        d = new
        {
            id = "300000000000000001",
            channel_id = "400000000000000001",
            guild_id = "500000000000000001",
            content,
            timestamp = "2026-11-22T12:00:00.123000+00:00",
            author = new { id = "600000000000000001", username = "anna", global_name = "Anna", avatar = (string?)null },
            member = new { roles = Roles, joined_at = "2024-01-01T00:00:00.000000+00:00" },
            mentions = new[] { new { id = mentioned, username = "bot", bot = true } },
            attachments = Array.Empty<object>(),
            embeds = Array.Empty<object>(),
            type = 0,
        },
    }));
}
