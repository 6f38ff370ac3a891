using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Answering.Questions;
using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Channels;
using Bot.Discord.Gateway;
using Bot.Discord.Tests.Guilds;
using Bot.Discord.Tests.Rest;
using Bot.Discord.Threads;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Gateway;

/// <summary>Mentions where guilds decide: on a real record, with Discord's REST API over HTTP.</summary>
public sealed class GuildMentionsTests : IAsyncLifetime
{
    private readonly ScriptedAnswering _answering = new();
    private readonly SqliteRig _record = new();
    private readonly DiscordOptions _options = new();
    private RestRig _rest = null!;
    private World _world = null!;
    private GuildRig _guilds = null!;
    private Mentions _mentions = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ScriptedDiscord Discord => _rest.Discord;

    public async ValueTask InitializeAsync()
    {
        _rest = await RestRig.StartAsync();
        var channel = new DiscordChannel(_rest.Client, new(TimeProvider.System), new(state: null), Tests.Some.NoLinks, TimeProvider.System);
        _world = await World.StartAsync(_record, channel, _answering, null, ("Records:Within", "00:00:30"));
        _guilds = new(_rest.Client, _world, null, _options);
        _mentions = new(_world.Reception, new(_world.Reception, _world.Turns, channel), _world.Get<ChannelState>(), _guilds.Policy, _guilds.Get<OwnThreads>(), _guilds.Get<MentionReplies>(), Options.Create(_options));
        await _mentions.KnowSelfAsync(JsonElement.Parse("""{"user":{"id":"10"}}"""), Stop);
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
    public async Task A_mention_where_answers_may_not_be_public_is_told_what_to_do_and_not_answered()
    {
        Discord.Resources["/channels/7"] = """{"id":"7","type":0}""";
        await WriteAsync("20", "<@10> When?");
        Assert.Equal(("7", "Nobody has allowed public answers here. Use /ask: only you will see the answer."), Assert.Single(Discord.Messages));
        await _guilds.SetAsync(settings => settings with { Channels = ["70"] });
        await WriteAsync("21", "<@10> When?");
        Assert.Equal(("7", "Please ask in <#70>, or use /ask here: only you will see the answer."), Discord.Messages.Last());
        Assert.Empty(_answering.Asked);
        Assert.Empty(await _world.Turns.LatestAsync(1, Stop));
    }

    [Fact]
    public async Task A_mention_is_asked_of_the_guilds_articles()
    {
        await _guilds.SetAsync(settings => settings with { Channels = ["7"], Articles = ["mill"] });
        await AnsweredAsync("20", "<@10> When?");
        Assert.Equal(["mill"], Assert.Single(_answering.Asked).Scope!.Slugs);
    }

    [Fact]
    public async Task Who_is_blocked_is_told_once_by_a_direct_message()
    {
        await _guilds.SetAsync(settings => settings with { Channels = ["7"], BlockedRoles = ["3"] });
        await WriteAsync("20", "<@10> When?", "3");
        await WriteAsync("21", "<@10> When?", "3");
        Assert.Equal((ScriptedDiscord.DirectMessages, "You cannot ask here."), Assert.Single(Discord.Messages));
        Assert.Empty(_answering.Asked);
    }

    [Fact]
    public async Task Without_the_privileged_intent_nobody_is_answered_who_does_not_mention_the_bot()
    {
        await OwnThreadAsync();
        await WriteAsync("20", "And why?");
        Assert.Empty(await _world.Turns.LatestAsync(1, Stop));
    }

    [Fact]
    public async Task With_it_every_message_in_the_bots_own_thread_is_a_question_that_goes_on_from_the_first()
    {
        _options.ThreadMessages = true;
        await OwnThreadAsync();
        await AnsweredAsync("20", "And why?");
        await AnsweredAsync("21", "<@10> And who?");
        Assert.Equal(["And why?", "And who?"], _answering.Asked.Select(question => question.Text));
        Assert.Equal([new(TurnRole.Reader, "And why?"), new Turn(TurnRole.Bot, "Re: And why?")], _answering.Asked.Last().History);

        await WriteAsync("22", "", channel: "7");
        await WriteAsync("23", "To others", channel: "72");
        Assert.Equal(2, (await _world.Turns.LatestAsync(5, Stop)).Length);
    }

    private async Task OwnThreadAsync()
    {
        await _guilds.SetAsync(settings => settings with { Channels = ["7"] });
        await _guilds.Get<OwnThreads>().RememberAsync("7", "9", Stop);
    }

    private async Task AnsweredAsync(string id, string content)
    {
        await WriteAsync(id, content);
        await _world.SettledAsync((await _world.Turns.LatestAsync(1, Stop))[0].Id);
    }

    private Task WriteAsync(string id, string content, string role = "2", string channel = "7") => _mentions.AskedAsync(
        new(JsonSerializer.SerializeToElement(new JsonObject
        {
            ["id"] = id,
            ["channel_id"] = channel,
            ["guild_id"] = "6",
            ["content"] = content,
            ["author"] = new JsonObject { ["id"] = "12" },
            ["member"] = new JsonObject { ["roles"] = new JsonArray(role) },
            ["mentions"] = content.StartsWith("<@10>", StringComparison.Ordinal) ? new JsonArray(new JsonObject { ["id"] = "10" }) : [],
        })),
        Stop);
}
