using System.Text.Json;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>Bot without a model, as readers see it on a Discord by others. With <c>BOT_PICTURES</c> set to a folder, its pictures are put there.</summary>
public sealed class DiscordTwinTests(DiscordRig rig) : IClassFixture<DiscordRig>
{
    private const string Length = "How long is Line 1?";
    private const string Stops = "How many stops does Line 1 have?";
    private const string Ticket = "What does a day ticket cost?";
    private const string Article = "hallowmere-tram-opens";
    private const int Ephemeral = 64;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_commands_are_registered()
    {
        rig.Require();
        var commands = await rig.Twin.DoAsync("commands", new { });

        Assert.Equal(
            ["Ask about this", "articles", "ask", "check", "forget", "help", "privacy", "settings", "sources", "summary"],
            commands.EnumerateArray().Select(command => command.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_command_is_answered_with_numbered_links_to_the_cited_words_and_their_sources()
    {
        rig.Require();
        var answer = await (await rig.AskAsync("anna", "news", Length)).AnswerAsync();
        var content = answer.GetProperty("content").GetString()!;

        Assert.Contains("11", content, StringComparison.Ordinal);
        Assert.Matches(@"\[\[1\]\]\(<https://bot\.example\.org/c/[^>]+>\)", content);
        Assert.Contains("**Sources**", content, StringComparison.Ordinal);
        Assert.Contains("Hallowmere", content, StringComparison.Ordinal);
        Assert.Equal(0, answer.Flags() & Ephemeral);
        Assert.Equal(["[1]", "👍", "👎", "Ask a follow-up", "🗑️"], answer.Buttons().Select(button => button.Label));
        await DiscordPicture.TakeAsync(rig, "discord-answer", new { by = "anna", used = "/ask", message = answer });
    }

    [Fact]
    public async Task Where_no_channel_is_allowed_an_answer_is_the_askers_alone()
    {
        rig.Require();
        var asked = await rig.AskAsync("anna", "lobby", Length);
        var answer = await asked.AnswerAsync();

        // What is edited later keeps the flags of the first response.
        Assert.Equal(Ephemeral, (await asked.ResponseAsync()).GetProperty("data").Flags() & Ephemeral);
        Assert.Contains("11", answer.GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_articles_do_not_say_is_said_to_the_asker_alone()
    {
        rig.Require();
        var answer = await (await rig.AskAsync("ben", "news", "Who won the chess olympiad in 1972?")).AnswerAsync();

        Assert.Equal(Ephemeral, answer.Flags() & Ephemeral);
        Assert.DoesNotContain("[1]", answer.GetProperty("content").GetString(), StringComparison.Ordinal);
        await DiscordPicture.TakeAsync(rig, "discord-refusal", new { by = "ben", used = "/ask", message = answer });
    }

    [Fact]
    public async Task Titles_are_suggested_while_an_article_is_typed()
    {
        rig.Require();
        var response = await (await rig.TypeAsync("anna", "news", "ask", new { type = 3, name = "article", value = "tram", focused = true })).ResponseAsync();

        Assert.Equal(8, response.GetProperty("type").GetInt32());
        Assert.Contains(Article, response.GetProperty("data").GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task A_mention_is_answered_by_a_reply_that_pings_nobody()
    {
        rig.Require();
        var asked = await rig.SayAsync("anna", "news", $"<@{rig.Bot}> {Length}");
        var reply = await rig.ReplyToAsync(asked);

        Assert.Contains("11", reply.Json.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Empty(reply.Json.GetProperty("allowed_mentions").GetProperty("parse").EnumerateArray());
        await DiscordPicture.TakeAsync(rig, "discord-mention", new { by = "anna", says = $"@Bot {Length}" }, new { by = "anna", replies = Length, message = reply.Json });
    }

    [Fact]
    public async Task A_direct_message_is_answered_without_a_mention()
    {
        rig.Require();
        var asked = await rig.SayAsync("ben", "direct", Length);
        var reply = await rig.ReplyToAsync(asked);

        Assert.Contains("11", reply.Json.GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_mention_is_answered_anew_and_a_deleted_one_loses_its_answer()
    {
        rig.Require();
        var asked = await rig.SayAsync("ben", "news", $"<@{rig.Bot}> {Length}");
        var first = (await rig.ReplyToAsync(asked)).Json.GetProperty("content").GetString();
        var (channel, old) = (rig.Channel("news"), await rig.AnswerToAsync("news", asked));

        await rig.Twin.DoAsync("edit", new { channel, message = asked, content = $"<@{rig.Bot}> {Stops}" });
        await rig.Proxy.WhenAsync(exchange => IsDelete(exchange, old), Stop);
        await rig.ReplyToAsync(asked, content => content != first);
        var fresh = await rig.AnswerToAsync("news", asked);

        await rig.Twin.DoAsync("delete", new { channel, message = asked });
        await rig.Proxy.WhenAsync(exchange => IsDelete(exchange, fresh), Stop);
        Assert.DoesNotContain(await rig.MessagesAsync(channel), message => message.Id() == old || message.Id() == fresh);
    }

    [Fact]
    public async Task A_source_is_shown_to_who_presses_its_button()
    {
        rig.Require();
        var (message, answer) = await AnswerAsync();
        var shown = (await (await rig.PressAsync("ben", "news", message, answer.Button("[1]"))).ResponseAsync()).GetProperty("data");

        Assert.Equal(Ephemeral, shown.Flags() & Ephemeral);
        Assert.Matches(@"\*\*[^*]*11[^*]*\*\*", shown.GetProperty("content").GetString());
        await DiscordPicture.TakeAsync(rig, "discord-source", new { by = "ben", replies = "Sources", message = shown });
    }

    [Fact]
    public async Task Who_disapproves_is_asked_why_and_the_reason_is_taken()
    {
        rig.Require();
        var (message, answer) = await AnswerAsync();
        var form = await (await rig.PressAsync("ben", "news", message, answer.Button("👎"))).ResponseAsync();
        Assert.Equal(9, form.GetProperty("type").GetInt32());
        var thanks = await (await rig.WriteAsync("ben", "news", message, form.GetProperty("data"), "It leaves out the year.")).ResponseAsync();

        Assert.Equal("Thank you, that is noted.", thanks.GetProperty("data").GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_follow_up_by_its_form_is_answered()
    {
        rig.Require();
        var (message, answer) = await AnswerAsync();
        var form = await (await rig.PressAsync("anna", "news", message, answer.Button("Ask a follow-up"))).ResponseAsync();
        var more = await (await rig.WriteAsync("anna", "news", message, form.GetProperty("data"), Stops)).AnswerAsync();

        Assert.Contains("17", more.GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_asker_can_delete_an_answer()
    {
        rig.Require();
        var (message, answer) = await AnswerAsync();
        await rig.PressAsync("anna", "news", message, answer.Button("🗑️"));
        await rig.Proxy.WhenAsync(exchange => IsDelete(exchange, message), Stop);

        Assert.DoesNotContain(await rig.MessagesAsync(rig.Channel("news")), shown => shown.Id() == message);
    }

    [Fact]
    public async Task A_public_answer_opens_a_thread_whose_first_message_says_how_to_go_on()
    {
        rig.Require();
        var deed = await rig.AskAsync("ben", "news", Ticket);
        await deed.AnswerAsync();
        var (channel, message) = (rig.Channel("news"), await deed.MessageAsync());
        await rig.Proxy.WhenAsync(exchange => exchange is { Method: "POST", Status: 200 or 201 } && exchange.Path == $"/channels/{channel}/messages/{message}/threads", Stop);
        var thread = (await rig.Twin.DoAsync("threads", new { channel })).EnumerateArray().Single(one => one.GetProperty("name").GetString() == Ticket);
        var first = await rig.Proxy.WhenAsync(exchange => exchange is { Method: "POST" } && exchange.Path == $"/channels/{thread.Id()}/messages", Stop);

        Assert.Contains("/ask", first.Json.GetProperty("content").GetString(), StringComparison.Ordinal);
        await DiscordPicture.TakeAsync(rig, "discord-thread", new { by = "ben", replies = Ticket, message = first.Json });
    }

    [Fact]
    public async Task A_question_of_somebody_is_asked_from_its_messages_menu()
    {
        rig.Require();
        var asked = await rig.SayAsync("ben", "lobby", Length);
        var message = (await rig.MessagesAsync(rig.Channel("lobby"))).Single(said => said.Id() == asked);
        var answer = await (await rig.UseOnAsync("anna", "lobby", "Ask about this", message)).AnswerAsync();

        Assert.Contains("11", answer.GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("articles", "Hallowmere")]
    [InlineData("help", "/ask")]
    [InlineData("privacy", "https://bot.example.org/privacy")]
    [InlineData("forget", "")]
    [InlineData("sources", "")]
    [InlineData("check", "")]
    public async Task Other_commands_are_answered_to_who_used_them(string command, string words)
    {
        rig.Require();
        var answer = await (await rig.UseAsync("anna", "news", command)).AnswerAsync();

        Assert.Equal(Ephemeral, answer.Flags() & Ephemeral);
        Assert.Contains(words, answer.GetProperty("content").GetString(), StringComparison.Ordinal);
        await DiscordPicture.TakeAsync(rig, $"discord-{command}", new { by = "anna", used = $"/{command}", message = answer });
    }

    private static bool IsDelete(Exchange exchange, string message) => exchange is { Method: "DELETE" } && exchange.Path.EndsWith($"/messages/{message}", StringComparison.Ordinal);

    // A public answer in the channel, with its message's id.
    private async Task<(string Message, JsonElement Answer)> AnswerAsync()
    {
        var deed = await rig.AskAsync("anna", "news", Length);
        var answer = await deed.AnswerAsync();
        return (await deed.MessageAsync(), answer);
    }
}
