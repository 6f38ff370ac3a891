using System.Text.Json.Nodes;
using Bot.Answering.Answers;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Gateway;
using Bot.Discord.Guilds;
using Bot.Discord.Tests.Guilds;
using Bot.Discord.Threads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Discord.Tests.Threads;

public sealed class AnswerThreadsTests : IAsyncLifetime
{
    private GuildWorld _world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await GuildWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_thread_is_opened_from_the_answer_and_says_how_to_go_on()
    {
        var receipt = await DeliverAsync(Delivery());
        Assert.Equal(["POST /channels/7/messages", "POST /channels/7/messages/1/threads", "POST /channels/1/messages"], Asked());
        Assert.Equal(new Receipt.Shown("1"), receipt);
        var thread = JsonNode.Parse(_world.Discord.All.ElementAt(1).Body)!;
        Assert.Equal(("When did it break?", 1440), ((string)thread["name"]!, (int)thread["auto_archive_duration"]!));
        Assert.StartsWith("Ask on here: mention me", _world.Discord.Messages.Last().Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_delivered_again_opens_no_other_thread_and_says_nothing_twice()
    {
        await DeliverAsync(Delivery());
        _world.Discord.Script = ThreadExistsAsync;
        await DeliverAsync(Delivery());
        Assert.Equal(["POST /channels/7/messages/1/threads", "POST /channels/7/messages/1/threads"], Asked().Where(asked => asked.EndsWith("/threads", StringComparison.Ordinal)));
        Assert.Equal(["7", "1"], _world.Discord.Messages.Select(message => message.Channel));
    }

    [Fact]
    public async Task A_thread_that_cannot_be_opened_leaves_the_answer_as_it_is()
    {
        _world.Discord.Script = async (context, _) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/threads", StringComparison.Ordinal))
            {
                return false;
            }

            context.Response.StatusCode = 403;
            await context.Response.WriteAsJsonAsync(new { code = 50013 });
            return true;
        };
        Assert.Equal(new Receipt.Shown("1"), await DeliverAsync(Delivery()));
        Assert.Single(_world.Discord.Messages);
    }

    [Fact]
    public async Task A_refusal_opens_none()
    {
        await DeliverAsync(Delivery() with { Said = new Said.Reply(new Answer.NothingFound { Text = "Nothing.", Language = "en", Making = new(Making.Extractive) }) });
        Assert.Equal(["POST /channels/7/messages"], Asked());
    }

    [Fact]
    public async Task What_is_asked_in_the_thread_or_under_its_answer_goes_on_from_its_question()
    {
        var threads = _world.Guilds.Get<OwnThreads>();
        Assert.False(await new OwnThreads(_world.State).HasAsync("1", Stop));
        await DeliverAsync(Delivery());
        Assert.Equal("9/12", await threads.ConversationOfAsync("1", "12", Stop));
        Assert.Equal("7/12", await threads.ConversationOfAsync("7", "12", Stop));
        Assert.True(await new OwnThreads(_world.State).HasAsync("1", Stop));
    }

    [Fact]
    public async Task With_the_privileged_intent_every_message_is_a_question_and_the_thread_says_so()
    {
        await using var guilds = new GuildRig(_world.Rest.Client, _world.World, _world.Time, new() { ThreadMessages = true });
        await DeliverAsync(Delivery(), guilds);
        Assert.Equal("Ask on here: every message in this thread is a question to me.", _world.Discord.Messages.Last().Content);
    }

    [Theory]
    [InlineData(" When \n did it  break? ", "When did it break?"), InlineData("\u200e\n", "\u200e"), InlineData(" \n ", "…")]
    public void A_thread_is_called_as_the_question_on_one_line(string question, string name) => Assert.Equal(name, AnswerThreads.NameOf(question));

    [Fact]
    public void A_long_name_is_cut_after_a_word() =>
        Assert.Equal(string.Join(' ', Enumerable.Repeat("why", 25)) + "…", AnswerThreads.NameOf(string.Join(' ', Enumerable.Repeat("why", 40))));

    [Fact]
    public async Task Who_did_not_want_it_so_is_told_once_why_an_answer_is_private()
    {
        var place = new DiscordPlace { ChannelId = "7", Interaction = new("11", "token", _world.Time.GetUtcNow() + InteractionToken.Life), Note = new("Only you.", ToldOnce.KeyOf("private", "6", "12")) };
        var delivery = Delivery() with { Place = new(place.Write(), Private: true) };
        await DeliverAsync(delivery);
        await DeliverAsync(delivery);
        var told = Assert.Single(_world.Discord.All, asked => asked.Method == "POST");
        Assert.Equal("/webhooks/11/token", told.Target);
        var body = JsonNode.Parse(told.Body)!;
        Assert.Equal(("Only you.", 64), ((string)body["content"]!, (int)body["flags"]! & 64));
    }

    [Theory]
    [InlineData(50013), InlineData(50001)]
    public async Task Who_cannot_be_answered_where_they_asked_is_told_so_once_by_a_direct_message(int code)
    {
        _world.Discord.Script = (context, _) => ForbidAsync(context, "/channels/7/messages", code);
        var delivery = Delivery() with { Place = new(new DiscordPlace { ChannelId = "7", MessageId = "8", AskerId = "12", Locale = "de" }.Write(), Private: false) };
        Assert.IsType<Receipt.NotShown>(await DeliverAsync(delivery));
        Assert.IsType<Receipt.NotShown>(await DeliverAsync(delivery));
        var (channel, content) = Assert.Single(_world.Discord.Messages);
        Assert.Equal(Rest.ScriptedDiscord.DirectMessages, channel);
        Assert.StartsWith("Ich konnte Ihnen in <#7> nicht antworten", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_no_direct_messages_is_told_nothing()
    {
        _world.Discord.Script = async (context, body) =>
            await ForbidAsync(context, "/channels/7/messages", 50013) || await ForbidAsync(context, $"/channels/{Rest.ScriptedDiscord.DirectMessages}/messages", 50007);
        var delivery = Delivery() with { Place = new(new DiscordPlace { ChannelId = "7", MessageId = "8", AskerId = "12" }.Write(), Private: false) };
        Assert.IsType<Receipt.NotShown>(await DeliverAsync(delivery));
        Assert.Empty(_world.Discord.Messages);
    }

    private static async Task<bool> ForbidAsync(HttpContext context, string path, int code)
    {
        if (!context.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal))
        {
            return false;
        }

        context.Response.StatusCode = 403;
        await context.Response.WriteAsJsonAsync(new { code });
        return true;
    }

    private static async Task<bool> ThreadExistsAsync(HttpContext context, string body)
    {
        if (!context.Request.Path.Value!.EndsWith("/threads", StringComparison.Ordinal))
        {
            return false;
        }

        context.Response.StatusCode = 400;
        await context.Response.WriteAsJsonAsync(new { code = 160004 });
        return true;
    }

    private static Delivery Delivery() => new()
    {
        Key = Some.Turn.ToString(),
        Turn = Some.Turn,
        EventId = "9",
        Place = new(new DiscordPlace { ChannelId = "7", Thread = "When did it break?" }.Write(), Private: false),
        Said = new Said.Reply(Some.Answered()),
    };

    private IEnumerable<string> Asked() => _world.Discord.All.Select(arrived => $"{arrived.Method} {arrived.Target}");

    private Task<Receipt> DeliverAsync(Delivery delivery, GuildRig? guilds = null)
    {
        guilds ??= _world.Guilds;
        var channel = new DiscordChannel(_world.Rest.Client, new(_world.Time), new(state: null), Some.Links, _world.Time);
        var answers = new GuildAnswers(channel, guilds.Get<AnswerThreads>(), guilds.Get<MentionReplies>(), guilds.Get<ToldOnce>(), _world.Rest.Client, _world.Time, NullLogger<GuildAnswers>.Instance);
        return answers.DeliverAsync(delivery, Stop);
    }
}
