using System.Text.Json.Nodes;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Guilds;
using Bot.Discord.Tests.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Running;

/// <summary>Tests of what readers do and get; all that Bot sends is checked against Discord's description.</summary>
public abstract class RunningBotTests : IAsyncLifetime
{
    private readonly SqliteRig _record = new();

    internal ScriptedAnswering Answering { get; } = new();

    internal ArticleFolder Articles { get; } = new();

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    internal KeptLog Log { get; } = new();

    internal ScriptedDiscord Discord { get; private set; } = null!;

    internal RunningBot Bot { get; private set; } = null!;

    protected string RecordFile => _record.File;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Articles.Write("dam", "The dam", "2026-11-22", "The dam broke on Monday. Five people were killed.");
        Arrange();
        Discord = await ScriptedDiscord.StartAsync(TimeProvider.System);
        Discord.PerChannel = 1_000;
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Discord.DisposeAsync();
        await _record.DisposeAsync();
        Articles.Dispose();
        Assert.Empty(Discord.Faults);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes more articles.</summary>
    protected virtual void Arrange()
    {
    }

    internal virtual Bot.Conversations.Answering.IAnswering? AnsweringOfBot => Answering;

    /// <summary>Bot's process ends, and another one begins with the same record.</summary>
    protected async Task RestartAsync()
    {
        await Bot.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Somebody does something.</summary>
    /// <returns>The first response to it.</returns>
    protected async Task<JsonObject> DoAsync(JsonObject interaction)
    {
        await Bot.TakeAsync("INTERACTION_CREATE", interaction);
        return ResponseTo(interaction);
    }

    /// <summary>Somebody asks what is held, and sees that Bot thinks.</summary>
    private protected async Task<(JsonObject Response, ScriptedAnswering.Gate Gate)> DeferAsync(JsonObject asked, string question)
    {
        var gate = Answering.Hold(question);
        var taken = Bot.TakeAsync("INTERACTION_CREATE", asked);
        await gate.Reached.Task.WaitAsync(Some.Patience, Stop);
        Time.Advance(TimeSpan.FromMilliseconds(400));
        await taken.WaitAsync(Some.Patience, Stop);
        return (ResponseTo(asked), gate);
    }

    /// <summary>What Bot asked of Discord since the first response, without progress: method and address.</summary>
    protected string[] Sent(JsonObject interaction) =>
        [.. Discord.All.Where(arrived => arrived.Target.Contains((string)interaction["token"]!, StringComparison.Ordinal) && !arrived.Target.Contains("/callback", StringComparison.Ordinal))
            .Select(arrived => $"{arrived.Method} {arrived.Target.Replace($"/webhooks/11/{interaction["token"]}", "", StringComparison.Ordinal)}".TrimEnd())];

    private JsonObject ResponseTo(JsonObject interaction) =>
        JsonNode.Parse(Assert.Single(Discord.All, arrived => arrived.Target.StartsWith($"/interactions/{interaction["id"]}/", StringComparison.Ordinal)).Body)!.AsObject();

    private async Task StartAsync()
    {
        Bot = await RunningBot.StartAsync(Discord, _record, Articles, AnsweringOfBot, Time, Log);
        await Bot.Get<GuildSettingsBook>().ChangeAsync("6", settings => settings with { Channels = ["7"] }, Stop);
    }
}
