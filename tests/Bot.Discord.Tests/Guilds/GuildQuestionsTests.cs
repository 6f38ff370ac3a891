using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Channels;
using Bot.Discord.Gateway;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Tests.Rest;
using Bot.Discord.Threads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Guilds;

/// <summary><c>/ask</c> where guilds decide, from the interaction to what is shown: with a record on disk and Discord's REST API over HTTP.</summary>
public sealed class GuildQuestionsTests : IAsyncLifetime
{
    private readonly ScriptedAnswering _answering = new();
    private readonly SqliteRig _record = new();
    private RestRig _rest = null!;
    private World _world = null!;
    private GuildRig _guilds = null!;
    private Asking _asking = null!;
    private int _events = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ScriptedDiscord Discord => _rest.Discord;

    public async ValueTask InitializeAsync()
    {
        _rest = await RestRig.StartAsync();
        var channel = new Later();
        _world = await World.StartAsync(_record, channel, _answering, null, ("Records:Within", "00:00:30"));
        _guilds = new(_rest.Client, _world.Get<ChannelState>());
        channel.Channel = new GuildAnswers(
            new DiscordChannel(_rest.Client, Tests.Some.NoLinks, state: null, TimeProvider.System),
            _guilds.Get<AnswerThreads>(),
            _guilds.Get<MentionReplies>(),
            _guilds.Get<ToldOnce>(),
            _rest.Client,
            TimeProvider.System,
            NullLogger<GuildAnswers>.Instance);
        _asking = new(_world.Reception, _guilds.Policy, _guilds.Get<OwnThreads>(), _world.Get<IOptions<TurnOptions>>(), TimeProvider.System);
        Discord.Script = async (context, _) =>
        {
            // The message that shows an answer has an id like any other.
            if (context.Request.Method != "PATCH")
            {
                return false;
            }

            await context.Response.WriteAsJsonAsync(new { id = "900" });
            return true;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _guilds.DisposeAsync();
        await _world.DisposeAsync();
        await _rest.DisposeAsync();
        await _record.DisposeAsync();
        Assert.Empty(Discord.Faults);
    }

    [Fact]
    public async Task Where_no_channel_is_allowed_only_the_asker_sees_the_answer_and_is_told_why()
    {
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", await AskAsync("When?"));
        Assert.True((await SettledAsync()).Private);
        var note = JsonNode.Parse(Discord.All.Last().Body)!;
        Assert.Equal(("/webhooks/11/token-101", 64), (Discord.All.Last().Target, (int)note["flags"]! & 64));
        Assert.StartsWith("Only you see this answer: until", (string)note["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_thread_of_an_allowed_channel_all_see_it()
    {
        await _guilds.SetAsync(settings => settings with { Channels = ["70"] });
        Assert.Equal("""{"type":5}""", await AskAsync("When?", interaction => interaction["channel"] = new JsonObject { ["id"] = "7", ["type"] = 11, ["parent_id"] = "70" }));
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", await AskAsync("When?", interaction => interaction["channel"] = new JsonObject { ["id"] = "7", ["type"] = 0, ["parent_id"] = "70" }));
    }

    [Fact]
    public async Task The_guilds_articles_go_with_the_question_and_no_other_can_be_asked()
    {
        await _guilds.SetAsync(settings => settings with { Articles = ["mill"] });
        await AskAsync("When?");
        await SettledAsync();
        Assert.Equal(["mill"], Assert.Single(_answering.Asked).Scope!.Slugs);
        Assert.Contains("is not among the articles", await AskAsync("When?", article: "dam"), StringComparison.Ordinal);
        Assert.Single(await _world.Turns.LatestAsync(5, Stop));
    }

    [Fact]
    public async Task Who_has_a_blocked_role_is_told_so_alone_and_nothing_is_recorded()
    {
        await _guilds.SetAsync(settings => settings with { BlockedRoles = ["3"] });
        var refusal = JsonNode.Parse(await AskAsync("When?", interaction => interaction["member"]!["roles"] = new JsonArray("2", "3")))!;
        Assert.Equal((4, "You cannot ask here."), ((int)refusal["type"]!, (string)refusal["data"]!["content"]!));
        Assert.Equal(64, (int)refusal["data"]!["flags"]! & 64);
        Assert.Empty(await _world.Turns.LatestAsync(1, Stop));
    }

    [Fact]
    public async Task A_bot_that_only_the_asker_installed_answers_them_alone_without_a_word_about_the_guild()
    {
        await _guilds.SetAsync(settings => settings with { Channels = ["7"] });
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", await AskAsync("When?", interaction => interaction["authorizing_integration_owners"] = new JsonObject { ["1"] = "12" }));
        await SettledAsync();
        Assert.DoesNotContain(Discord.All, asked => asked.Method == "POST");
    }

    [Fact]
    public async Task A_public_answer_opens_a_thread_and_the_conversation_goes_on_there_and_by_its_button()
    {
        await _guilds.SetAsync(settings => settings with { Channels = ["7"], Threads = true });
        await AskAsync("When did it break?", interaction => interaction["channel"] = new JsonObject { ["id"] = "7", ["type"] = 0 });
        await SettledAsync();
        Assert.Contains(Discord.All, asked => asked.Target == "/channels/7/messages/900/threads" && asked.Body.Contains("When did it break?", StringComparison.Ordinal));
        Assert.Equal("900", Assert.Single(Discord.Messages).Channel);

        await AskAsync("Something else?");
        await SettledAsync();
        await AskAsync("And why?", interaction =>
        {
            interaction["channel_id"] = "900";
            interaction["channel"] = new JsonObject { ["id"] = "900", ["type"] = 11, ["parent_id"] = "7" };
        });
        await SettledAsync();
        await AskAsync("And who?", interaction =>
        {
            interaction["type"] = 5;
            interaction["message"] = new JsonObject { ["id"] = "900" };
        });
        await SettledAsync();
        Assert.Equal([0, 0, 2, 4], _answering.Asked.Select(question => question.History.Length));
        Assert.Equal("When did it break?", _answering.Asked.Last().History[0].Text);
    }

    private async Task<string> AskAsync(string question, Action<JsonObject>? change = null, string? article = null)
    {
        var interaction = new JsonObject
        {
            ["id"] = $"{++_events}",
            ["application_id"] = "11",
            ["type"] = 2,
            ["token"] = $"token-{_events}",
            ["guild_id"] = "6",
            ["channel_id"] = "7",
            ["locale"] = "en-US",
            ["context"] = 0,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = "6", ["1"] = "12" },
            ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "12" }, ["permissions"] = "0", ["roles"] = new JsonArray("2") },
        };
        change?.Invoke(interaction);
        return Encoding.UTF8.GetString(await _asking.AskAsync(new(JsonSerializer.SerializeToElement(interaction)), question, article, isPrivate: null, Stop));
    }

    private async Task<RecordedTurn> SettledAsync() => await _world.SettledAsync((await _world.Turns.LatestAsync(1, Stop))[0].Id);

    // The channel needs the record, and the record the channel.
    private sealed class Later : IChannel
    {
        public GuildAnswers Channel { get; set; } = null!;

        public string Name => DiscordChannel.ChannelName;

        public bool RecognisesRepeat(Delivery delivery) => Channel.RecognisesRepeat(delivery);

        public Task ProgressAsync(Place place, Answering.Tracing.AnswerStage stage, CancellationToken cancellationToken) => Channel.ProgressAsync(place, stage, cancellationToken);

        public Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken) => Channel.DeliverAsync(delivery, cancellationToken);

        public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) => Channel.EditAsync(delivery, messageId, cancellationToken);

        public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => Channel.DeleteAsync(place, messageId, cancellationToken);
    }
}
