using System.Text.Json;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Gateway;
using Bot.Discord.Guilds;
using Bot.Discord.Tests.Gateway;
using Bot.Discord.Tests.Rest;
using Microsoft.Data.Sqlite;

namespace Bot.Discord.Tests.Hosting;

/// <summary>A process dies between the acknowledgement of a question and its answer: another one goes on with all that it left, its record.</summary>
public sealed class KilledBotTests : IAsyncLifetime
{
    private const string Token = "aW50ZXJhY3Rpb246";

    private readonly SqliteRig _record = new();
    private ScriptedDiscord _discord = null!;
    private ScriptedGateway _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IEnumerable<ScriptedDiscord.Arrived> Callbacks => _discord.All.Where(arrived => arrived.Target.EndsWith("/callback", StringComparison.Ordinal));

    private IEnumerable<ScriptedDiscord.Arrived> Edits => _discord.All.Where(arrived => arrived.Method == "PATCH" && arrived.Body.Contains("slow", StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        _gateway = await ScriptedGateway.StartAsync();
        _discord = await ScriptedDiscord.StartAsync(TimeProvider.System);
        _discord.Gateway = () => _gateway.Description;
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _discord.DisposeAsync();
        await _record.DisposeAsync();
        Assert.Empty(_discord.Faults);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_reader_has_the_answer_in_the_interaction_once(bool isPrivate)
    {
        await using var left = await KillAsync(isPrivate);
        await using var bot = await StartAsync(left, new ScriptedAnswering(), TimeProvider.System);
        Assert.Equal(TurnState.Delivered, await SettledAsync(bot));
        Assert.Single(Edits);
        Assert.Empty(_discord.Messages);

        // The event is replayed when the process died before it had kept that it was dealt with: Discord takes one acknowledgement.
        Assert.All(Callbacks, callback => Assert.Contains("\"type\":5", callback.Body, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("not acknowledged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_interaction_is_over_a_public_question_gets_one_plain_message()
    {
        await using var left = await KillAsync(isPrivate: false);
        await using var bot = await StartAsync(left, new ScriptedAnswering(), new LaterTime(TimeSpan.FromMinutes(15)));
        Assert.Equal(TurnState.Delivered, await SettledAsync(bot));
        var (channel, content) = Assert.Single(_discord.Messages);
        Assert.Equal("7", channel);
        Assert.Contains("slow", content, StringComparison.Ordinal);
        Assert.Empty(Edits);
    }

    [Fact]
    public async Task After_the_interaction_is_over_a_private_question_gets_nothing_that_others_see()
    {
        await using var left = await KillAsync(isPrivate: true);
        await using var bot = await StartAsync(left, new ScriptedAnswering(), new LaterTime(TimeSpan.FromMinutes(15)));
        Assert.Equal(TurnState.Failed, await SettledAsync(bot));
        Assert.Empty(_discord.Messages);
        Assert.Empty(Edits);
    }

    [Fact]
    public async Task An_interaction_is_acknowledged_while_the_record_takes_nothing()
    {
        await using var bot = await StartAsync(_record, new ScriptedAnswering(), TimeProvider.System, ("Records:Within", "00:00:00.2"));
        await bot.Log.ContainsAsync("Shard 0/1 of Discord's gateway is there");
        await using var held = new SqliteConnection($"Data Source={_record.File};Pooling=False");
        await held.OpenAsync(Stop);
        await using var writing = await held.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Stop);
        var acknowledged = AcknowledgedAsync();
        await AskAsync(isPrivate: false);
        using var told = JsonDocument.Parse(await acknowledged);
        Assert.Equal((4, 64), (told.RootElement.GetProperty("type").GetInt32(), told.RootElement.GetProperty("data").GetProperty("flags").GetInt32() & 64));
        await writing.RollbackAsync(Stop);
    }

    // All that is left of a process that was killed after it had acknowledged a question and begun to answer it.
    private async Task<CopiedRecord> KillAsync(bool isPrivate)
    {
        var answering = new ScriptedAnswering();
        var gate = answering.Hold("slow");
        await using var bot = await StartAsync(_record, answering, TimeProvider.System, ("Turns:DrainFor", "00:00:00"));
        await bot.Log.ContainsAsync("Shard 0/1 of Discord's gateway is there");
        await bot.Get<GuildSettingsBook>().ChangeAsync("6", settings => settings with { Channels = ["7"] }, Stop);
        var acknowledged = AcknowledgedAsync();
        await AskAsync(isPrivate);
        Assert.Equal(isPrivate ? """{"type":5,"data":{"flags":64}}""" : """{"type":5}""", await acknowledged);
        await gate.Reached.Task.WaitAsync(Tests.Some.Patience, Stop);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Tests.Some.Patience);
        while (await bot.Get<ChannelState>().GetAsync(GatewaySessions.Channel, "gateway/session/0/1", patience.Token) is null)
        {
            // It is kept within a moment.
        }

        return CopiedRecord.Of(_record);
    }

    private Task<HostedBot> StartAsync(Conversations.Tests.Conformance.IRecordRig record, ScriptedAnswering answering, TimeProvider time, params (string Name, string? Value)[] settings) =>
        HostedBot.StartAsync(record, _discord.ApiUrl, answering, time, [("Discord:Token", ScriptedGateway.Token), .. settings]);

    // The body of the next callback.
    private Task<string> AcknowledgedAsync()
    {
        var acknowledged = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _discord.Script = (context, body) =>
        {
            if (context.Request.Path.Value!.EndsWith("/callback", StringComparison.Ordinal))
            {
                acknowledged.TrySetResult(body);
            }

            return Task.FromResult(false);
        };
        return acknowledged.Task.WaitAsync(Tests.Some.Patience, Stop);
    }

    private async Task AskAsync(bool isPrivate) => await (await _gateway.CurrentAsync(0)).EmitAsync("INTERACTION_CREATE", new
    {
        id = "9",
        type = 2,
        token = Token,
        application_id = "11",
        channel_id = "7",
        guild_id = "6",
        member = new { user = new { id = "12" } },
        data = new { name = "ask", options = new object[] { new { name = "question", type = 3, value = "slow" }, new { name = "private", type = 5, value = isPrivate } } },
    });

    private static async Task<TurnState> SettledAsync(HostedBot bot)
    {
        var turns = bot.Get<RecordedTurns>();
        var turn = Assert.Single(await turns.LatestAsync(2, Stop)).Id;
        await foreach (var happened in bot.Get<Conversations.Asking.Reception>().WatchAsync(turn, Stop).WithCancellation(Stop))
        {
            if (happened is Conversations.Asking.TurnEvent.Settled settled)
            {
                return settled.Turn.State;
            }
        }

        throw new InvalidOperationException("The record has no such turn.");
    }
}
