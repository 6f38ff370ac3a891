using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Feedback;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Channels;
using Bot.Discord.Commands;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Discord.Tests.Contract;
using Bot.Discord.Tests.Guilds;
using Bot.Discord.Tests.Rest;
using Bot.Discord.Threads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Interactions;

/// <summary>What readers do on Discord and what they get, with a record on disk and Discord's REST API over HTTP.</summary>
public sealed class InteractionDeskTests : IAsyncLifetime
{
    private readonly ScriptedAnswering _answering = new();
    private readonly SqliteRig _record = new();
    private ScriptedDiscord _discord = null!;
    private ServiceProvider _services = null!;
    private World _world = null!;
    private GuildRig _guilds = null!;
    private InteractionDesk _desk = null!;
    private int _events;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await ScriptedDiscord.StartAsync(TimeProvider.System);
        _discord.PerChannel = 1_000;
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create<DiscordOptions>(new() { ApiUrl = _discord.ApiUrl, Token = ScriptedDiscord.Token }));
        services.AddSingleton(Some.Links);
        services.AddLogging();
        services.AddRest();
        _services = services.BuildServiceProvider();
        var rest = _services.GetRequiredService<RestClient>();
        _world = await World.StartAsync(_record, new DiscordChannel(rest, Some.Links, state: null, TimeProvider.System), _answering, null, ("Records:Within", "00:00:30"));
        _guilds = new(rest, _world.Get<ChannelState>());
        await _guilds.SetAsync(settings => settings with { Channels = ["7"] });
        var asking = new Asking(_world.Reception, _guilds.Policy, _guilds.Get<OwnThreads>(), _world.Get<IOptions<TurnOptions>>(), TimeProvider.System);
        _desk = new([new AskCommand(asking)], new(_world.Turns, _world.Get<ReaderFeedback>(), asking, _world.Get<ChannelState>(), rest, Some.Links));
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

    [Theory]
    [InlineData(false, """{"type":5}"""), InlineData(true, """{"type":5,"data":{"flags":64}}""")]
    public async Task A_question_is_acknowledged_and_answered_in_its_place(bool isPrivate, string acknowledged)
    {
        Assert.Equal(acknowledged, await AnswerAsync(Ask("When did it break?", isPrivate)));
        var turn = await LatestAsync();
        Assert.Equal((TurnState.Delivered, isPrivate), (turn.State, turn.Private));
        var shown = _discord.All.Last(arrived => arrived.Method == "PATCH");
        Assert.Equal("/webhooks/11/token-1/messages/@original", shown.Target);
        Assert.Contains("Re\\\\: When did it break?", shown.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_refused_to_its_asker_alone_in_their_language()
    {
        var refusal = JsonNode.Parse(await AnswerAsync(Ask(new string('x', 2001))))!;
        Assert.Equal((4, 68), ((int)refusal["type"]!, (int)refusal["data"]!["flags"]!));
        Assert.Equal("Bitte fragen Sie in Worten und mit höchstens 2000 Zeichen.", (string)refusal["data"]!["content"]!);
        Assert.Empty(_answering.Asked);
    }

    [Fact]
    public async Task A_source_shows_its_passage_with_the_cited_words_marked()
    {
        var turn = await AskedAsync();
        Assert.Equal(
            "**About dam**\n**The dam broke on Monday.** Five people were killed.\n[The cited words in the article](<" + Some.Links.Of(turn.Answer!.Citations[0]) + ">)",
            await ContentAsync(Press(new(ButtonAction.Source, turn.Id, 1))));
        Assert.StartsWith("Diese Antwort ist nicht mehr", await ContentAsync(Press(new(ButtonAction.Source, turn.Id, 2))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_shows_the_rest_message_by_message()
    {
        _answering.Script = question => new(Long(), new AnswerTrace { Standalone = question.Text, Kind = "Fact" });
        var turn = await AskedAsync();
        var shown = JsonNode.Parse(_discord.All.Last(arrived => arrived.Method == "PATCH").Body)!.AsObject();
        List<string> contents = [(string)shown["content"]!];
        while (MoreOf(shown) is { } more)
        {
            shown = JsonNode.Parse(await AnswerAsync(Press(more)))!["data"]!.AsObject();
            contents.Add((string)shown["content"]!);
        }

        Assert.Equal(AnswerMessages.Of(turn.Answer!, Some.Links, turn.Id, 0, isPrivate: false, most: 100).Select(message => message.Content), contents);
        Assert.True(contents.Count > 3, $"{contents.Count}");
        Assert.StartsWith("Diese Antwort", await ContentAsync(Press(new(ButtonAction.More, turn.Id, 99))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thumbs_are_kept_and_a_thumb_down_asks_for_the_reason()
    {
        var turn = await AskedAsync();
        Assert.Equal("Danke, das ist notiert.", await ContentAsync(Press(new(ButtonAction.Up, turn.Id))));
        Assert.True((await FeedbackAsync()).Up);

        var form = JsonNode.Parse(await AnswerAsync(Press(new(ButtonAction.Down, turn.Id))))!;
        Assert.Equal((9, "Was war falsch?"), ((int)form["type"]!, (string)form["data"]!["title"]!));
        Assert.False((await FeedbackAsync()).Up);

        Assert.Equal("Danke, das ist notiert.", await ContentAsync(Written((string)form["data"]!["custom_id"]!, " wrong day ")));
        Assert.Equal((false, "wrong day"), ((await FeedbackAsync()).Up, (await FeedbackAsync()).Reason));
    }

    [Fact]
    public async Task A_follow_up_is_asked_in_the_same_conversation()
    {
        var turn = await AskedAsync();
        var form = JsonNode.Parse(await AnswerAsync(Press(new(ButtonAction.FollowUp, turn.Id))))!;
        Assert.Equal("""{"type":5}""", await AnswerAsync(Written((string)form["data"]!["custom_id"]!, "And then?")));
        await LatestAsync();
        Assert.Equal("And then?", _answering.Asked.Last().Text);
        Assert.Equal("When did it break?", _answering.Asked.Last().History[0].Text);
    }

    [Theory]
    [InlineData("12", "0", 6), InlineData("13", "0", 4), InlineData("13", "8192", 6)]
    public async Task Deletes_all_of_an_answer_for_who_asked_or_may_manage_messages(string user, string permissions, int type)
    {
        var turn = await AskedAsync();
        var channel = new DiscordChannel(_services.GetRequiredService<RestClient>(), Some.Links, _world.Get<ChannelState>(), TimeProvider.System);
        var shown = Assert.IsType<Receipt.Shown>(await channel.DeliverAsync(
            new()
            {
                Key = turn.Id.ToString(),
                Turn = turn.Id,
                EventId = "8",
                Place = new(new DiscordPlace { ChannelId = "7", MessageId = "8" }.Write(), Private: false),
                Said = new Said.Reply(Long()),
            },
            Stop));
        Assert.Equal(type, (int)JsonNode.Parse(await AnswerAsync(Press(new(ButtonAction.Delete, turn.Id), user, permissions)))!["type"]!);
        Assert.Equal(
            type == 6 ? shown.MessageId!.Split(',').Select(id => $"/channels/7/messages/{id}") : [],
            _discord.All.Where(arrived => arrived.Method == "DELETE").Select(arrived => arrived.Target));
    }

    [Theory]
    [InlineData("answer:up:AZmqqgAAcACAAAAAAAAAAQ:0"), InlineData("answer:source:x:1"), InlineData("")]
    public async Task Says_that_an_answer_is_gone_whatever_a_button_carries(string customId)
    {
        Assert.StartsWith("Diese Antwort ist nicht mehr", await ContentAsync(Component(customId, "12", "0")), StringComparison.Ordinal);
        Assert.StartsWith("Diese Antwort ist nicht mehr", await ContentAsync(Written(customId, "x")), StringComparison.Ordinal);
    }

    private static Answer.Answered Long()
    {
        var article = ScriptedAnswering.Article;
        var citation = ScriptedAnswering.Quote(article, 0, "x").Answer.Citations[0];
        return new()
        {
            Text = "x [1]",
            Language = "en",
            Making = new("model"),
            Claims = [.. Enumerable.Range(1, 20).Select(number => new Claim($"Sentence {number} {new string('x', 500)}.", [citation]))],
        };
    }

    private static CustomId? MoreOf(JsonObject message) => message["components"]!.AsArray()
        .SelectMany(row => row!["components"]!.AsArray())
        .Select(button => CustomId.TryParse((string)button!["custom_id"]!, out var id) ? id : null)
        .SingleOrDefault(id => id?.Action == ButtonAction.More);

    private async Task<RecordedTurn> AskedAsync()
    {
        await AnswerAsync(Ask("When did it break?"));
        return await LatestAsync();
    }

    private async Task<RecordedTurn> LatestAsync() => await _world.SettledAsync((await _world.Turns.LatestAsync(1, Stop))[0].Id);

    private async Task<GivenFeedback> FeedbackAsync() => Assert.Single(await _world.Get<ReaderFeedback>().ListAsync(null, 10, Stop));

    private async Task<string> ContentAsync(JsonObject interaction) => (string)JsonNode.Parse(await AnswerAsync(interaction))!["data"]!["content"]!;

    // Each answer is one that Discord takes.
    private async Task<string> AnswerAsync(JsonObject interaction)
    {
        var response = Encoding.UTF8.GetString(await _desk.AnswerAsync(JsonSerializer.SerializeToElement(interaction), Stop));
        if (DiscordContract.IfHere is { } contract)
        {
            Assert.Empty(await contract.FaultsAsync("POST", "/interactions/1/token/callback", response));
        }

        return response;
    }

    private JsonObject Ask(string question, bool isPrivate = false) => Interaction(2, new()
    {
        ["name"] = "ask",
        ["options"] = new JsonArray(
            new JsonObject { ["name"] = "question", ["type"] = 3, ["value"] = question },
            new JsonObject { ["name"] = "private", ["type"] = 5, ["value"] = isPrivate }),
    });

    private JsonObject Press(CustomId id, string user = "12", string permissions = "0") => Component(id.ToString(), user, permissions);

    private JsonObject Component(string customId, string user, string permissions)
    {
        var pressed = Interaction(3, new() { ["custom_id"] = customId, ["component_type"] = 2 }, user, permissions);
        pressed["message"] = new JsonObject { ["id"] = "20", ["flags"] = 4, ["interaction_metadata"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "12" } } };
        return pressed;
    }

    private JsonObject Written(string customId, string words) => Interaction(5, new()
    {
        ["custom_id"] = customId,
        ["components"] = new JsonArray(new JsonObject { ["type"] = 18, ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "words", ["value"] = words } }),
    });

    private JsonObject Interaction(int type, JsonObject data, string user = "12", string permissions = "0") => new()
    {
        ["id"] = $"{++_events}",
        ["application_id"] = "11",
        ["type"] = type,
        ["token"] = $"token-{_events}",
        ["guild_id"] = "6",
        ["channel_id"] = "7",
        ["locale"] = "de",
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = user }, ["permissions"] = permissions },
        ["data"] = data,
    };
}
