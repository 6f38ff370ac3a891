using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Channels;
using Bot.Discord.Gateway;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Discord.Tests.Guilds;
using Bot.Discord.Tests.Rest;
using Bot.Discord.Threads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Gateway;

/// <summary>What people write and do on Discord, as the gateway tells it, and what they get.</summary>
public sealed class GatewayEventsTests : IAsyncLifetime
{
    private readonly ScriptedAnswering _answering = new();
    private readonly SqliteRig _record = new();
    private readonly KeptLog _log = new();
    private readonly Answers _interactions = new();
    private readonly OpenCallbacks _callbacks = new(TimeProvider.System);
    private DiscordChannel _channel = null!;
    private ScriptedDiscord _discord = null!;
    private ServiceProvider _services = null!;
    private World _world = null!;
    private GuildRig _guilds = null!;
    private GatewayEvents _events = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await ScriptedDiscord.StartAsync(TimeProvider.System);
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create<DiscordOptions>(new() { ApiUrl = _discord.ApiUrl, Token = ScriptedDiscord.Token }));
        services.AddSingleton(Some.Links);
        services.AddLogging(logging => logging.AddProvider(_log));
        services.AddRest();
        _services = services.BuildServiceProvider();
        var rest = _services.GetRequiredService<RestClient>();
        _channel = new(rest, _callbacks, new(state: null), Some.Links, TimeProvider.System);
        _world = await World.StartAsync(_record, _channel, _answering, null, ("Records:Within", "00:00:30"));
        _guilds = new(rest, _world);
        await _guilds.SetAsync(settings => settings with { Channels = ["7"] });
        _events = Events();
        await TakeAsync("READY", new() { ["user"] = new JsonObject { ["id"] = "10" } });
    }

    public async ValueTask DisposeAsync()
    {
        await _guilds.DisposeAsync();
        await _world.DisposeAsync();
        await _services.DisposeAsync();
        await _discord.DisposeAsync();
        await _record.DisposeAsync();
        Assert.Empty(_discord.Faults);
    }

    [Fact]
    public async Task A_mention_is_answered_by_a_reply()
    {
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10> When did it break?"));
        Assert.Equal(TurnState.Delivered, (await SettledAsync()).State);
        Assert.Equal("When did it break?", Assert.Single(_answering.Asked).Text);
        var reply = _discord.All.Last(arrived => arrived.Target == "/channels/7/messages");
        Assert.Contains("\"message_id\":\"8\"", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_that_only_the_words_show_is_answered()
    {
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10> When?", mentions: ["13"]));
        await SettledAsync();
        Assert.Equal("When?", Assert.Single(_answering.Asked).Text);
    }

    [Fact]
    public async Task A_mention_is_known_after_a_restart_that_took_its_session_up()
    {
        _events = Events();
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@!10> When?"));
        await SettledAsync();
        Assert.Equal("When?", Assert.Single(_answering.Asked).Text);
    }

    [Fact]
    public async Task A_direct_message_is_answered_without_a_mention_and_privately()
    {
        var message = Message("8", "When?", mentions: []);
        message.Remove("guild_id");
        await TakeAsync("MESSAGE_CREATE", message);
        var turn = await SettledAsync();
        Assert.Equal((TurnState.Delivered, true), (turn.State, turn.Private));
    }

    [Theory, InlineData("others"), InlineData("bot"), InlineData("webhook")]
    public async Task Says_nothing_to_messages_that_are_not_for_it(string kind)
    {
        var message = Message("8", "When?", mentions: kind == "others" ? ["13"] : ["10"]);
        if (kind == "bot")
        {
            message["author"]!["bot"] = true;
        }
        else if (kind == "webhook")
        {
            message["webhook_id"] = "14";
        }

        await TakeAsync("MESSAGE_CREATE", message);
        Assert.Empty(await _world.Turns.LatestAsync(1, Stop));
        Assert.Empty(_discord.All);
    }

    [Fact]
    public async Task A_mention_in_a_thread_of_an_allowed_channel_is_answered()
    {
        await TakeAsync("GUILD_CREATE", new() { ["id"] = "6", ["threads"] = new JsonArray(new JsonObject { ["id"] = "71", ["type"] = 11, ["parent_id"] = "7" }) });
        var mention = Message("8", "<@10> When did it break?");
        mention["channel_id"] = "71";
        await TakeAsync("MESSAGE_CREATE", mention);
        await SettledAsync();
        Assert.Equal("71", Assert.Single(_discord.Messages).Channel);
    }

    [Fact]
    public async Task A_mention_without_a_question_is_told_what_to_do()
    {
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10>"));
        Assert.Equal("Please ask in words, in at most 2000 characters.", Assert.Single(_discord.Messages).Content);
    }

    [Fact]
    public async Task An_edited_question_is_asked_anew_and_the_old_one_not_answered()
    {
        var gate = _answering.Hold("old");
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10> old"));
        await gate.Reached.Task.WaitAsync(Some.Patience, Stop);
        await TakeAsync("MESSAGE_UPDATE", Message("8", "<@10> old"));
        var edited = Edited("<@10> new");
        await TakeAsync("MESSAGE_UPDATE", edited);
        await TakeAsync("MESSAGE_UPDATE", edited.DeepClone().AsObject());

        Assert.Equal(TurnState.Delivered, (await SettledAsync()).State);
        Assert.Equal(["old", "new"], _answering.Asked.Select(question => question.Text));
        Assert.Contains("Re\\: new", Assert.Single(_discord.Messages).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_question_is_not_answered()
    {
        var gate = _answering.Hold("old");
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10> old"));
        await gate.Reached.Task.WaitAsync(Some.Patience, Stop);
        await TakeAsync("MESSAGE_DELETE", new() { ["id"] = "8", ["channel_id"] = "7" });
        Assert.Equal(TurnState.Cancelled, (await SettledAsync()).State);
        Assert.Empty(_discord.Messages);
    }

    [Fact]
    public async Task A_question_whose_deletion_is_dealt_with_before_it_is_not_asked()
    {
        await TakeAsync("MESSAGE_DELETE", new() { ["id"] = "8", ["channel_id"] = "7" });
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10> When?"));
        Assert.Empty(await _world.Turns.LatestAsync(1, Stop));
    }

    [Fact]
    public async Task Deleting_a_question_deletes_its_answer_too_once()
    {
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10> When?"));
        var turn = await SettledAsync();
        await TakeAsync("MESSAGE_DELETE", new() { ["id"] = "8", ["channel_id"] = "7", ["guild_id"] = "6" });
        await TakeAsync("MESSAGE_DELETE", new() { ["id"] = "8", ["channel_id"] = "7", ["guild_id"] = "6" });
        Assert.Equal([$"/channels/7/messages/{turn.MessageId}"], Deleted());
        Assert.Equal(TurnState.Cancelled, (await SettledAsync()).State);
    }

    [Fact]
    public async Task Deleting_many_messages_at_once_deletes_the_answers_to_those_that_asked()
    {
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10> When?"));
        var turn = await SettledAsync();
        await TakeAsync("MESSAGE_DELETE_BULK", new() { ["ids"] = new JsonArray("5", "8", "9"), ["channel_id"] = "7", ["guild_id"] = "6" });
        Assert.Equal([$"/channels/7/messages/{turn.MessageId}"], Deleted());
    }

    [Fact]
    public async Task Editing_an_answered_question_replaces_its_answer()
    {
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10> old"));
        var old = await SettledAsync();
        await TakeAsync("MESSAGE_UPDATE", Edited("<@10> new"));
        var turn = await SettledAsync();
        Assert.NotEqual(old.Id, turn.Id);
        Assert.Equal([$"/channels/7/messages/{old.MessageId}"], Deleted());
        Assert.Empty(_answering.Asked.Last().History);

        // And then the new one.
        await TakeAsync("MESSAGE_DELETE", new() { ["id"] = "8", ["channel_id"] = "7", ["guild_id"] = "6" });
        Assert.Equal([$"/channels/7/messages/{old.MessageId}", $"/channels/7/messages/{turn.MessageId}"], Deleted());
    }

    [Fact]
    public async Task A_question_that_is_edited_into_none_loses_its_answer()
    {
        await TakeAsync("MESSAGE_CREATE", Message("8", "<@10> old"));
        var old = await SettledAsync();
        await TakeAsync("MESSAGE_UPDATE", Edited("never mind"));
        Assert.Equal([$"/channels/7/messages/{old.MessageId}"], Deleted());
        Assert.Single(await _world.Turns.LatestAsync(10, Stop));
    }

    [Fact]
    public async Task Deleting_what_was_no_question_asks_nothing_of_Discord()
    {
        await TakeAsync("MESSAGE_DELETE", new() { ["id"] = "8", ["channel_id"] = "7", ["guild_id"] = "6" });
        Assert.Empty(_discord.All);
    }

    [Fact]
    public async Task An_interaction_is_acknowledged_by_its_callback()
    {
        await TakeAsync("INTERACTION_CREATE", new() { ["id"] = "9", ["type"] = 2, ["token"] = "secret", ["application_id"] = "11" });
        var callback = Assert.Single(_discord.All);
        Assert.Equal(("/interactions/9/secret/callback?with_response=true", """{"type":5}"""), (callback.Target, callback.Body));
    }

    [Fact]
    public async Task An_interaction_that_is_over_is_noted_without_its_token()
    {
        _discord.Script = async (context, _) =>
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsJsonAsync(new { code = 10062 });
            return true;
        };
        await TakeAsync("INTERACTION_CREATE", new() { ["id"] = "9", ["type"] = 2, ["token"] = "secret", ["application_id"] = "11" });
        Assert.Contains(_log.Lines, line => line.Contains("not acknowledged: 404 10062", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    private static JsonObject Message(string id, string content, params string[] mentions) => new()
    {
        ["id"] = id,
        ["channel_id"] = "7",
        ["guild_id"] = "6",
        ["content"] = content,
        ["timestamp"] = "2026-11-26T11:00:00.000000+00:00",
        ["edited_timestamp"] = null,
        ["author"] = new JsonObject { ["id"] = "12", ["username"] = "anna" },
        ["mentions"] = new JsonArray([.. (mentions.Length == 0 && content.Contains("<@", StringComparison.Ordinal) ? ["10"] : mentions).Select(user => new JsonObject { ["id"] = user })]),
    };

    private static JsonObject Edited(string content)
    {
        var edited = Message("8", content);
        edited["edited_timestamp"] = "2026-11-26T12:00:00.000000+00:00";
        return edited;
    }

    private IEnumerable<string> Deleted() => _discord.All.Where(arrived => arrived.Method == "DELETE").Select(arrived => arrived.Target);

    private GatewayEvents Events()
    {
        var rest = _services.GetRequiredService<RestClient>();
        var withdrawals = new Withdrawals(_world.Reception, _world.Turns, _channel);
        var mentions = new Mentions(_world.Reception, withdrawals, _world.Get<ChannelState>(), _guilds.Policy, _guilds.Get<OwnThreads>(), _guilds.Get<MentionReplies>(), Options.Create(new DiscordOptions()));
        return new(_interactions, _callbacks, mentions, _guilds.Get<ThreadParents>(), rest, _services.GetRequiredService<ILogger<GatewayEvents>>());
    }

    private Task TakeAsync(string type, JsonObject data) => _events.TakeAsync(type, JsonSerializer.SerializeToElement(data), Stop);

    private async Task<RecordedTurn> SettledAsync() => await _world.SettledAsync((await _world.Turns.LatestAsync(1, Stop))[0].Id);

    private sealed class Answers : IInteractions
    {
        public Task<byte[]> AnswerAsync(JsonElement interaction, CancellationToken cancellationToken) => Task.FromResult("""{"type":5}"""u8.ToArray());
    }
}
