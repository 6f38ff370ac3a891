using System.Text.Json.Nodes;
using Bot.Discord.Guilds;
using Bot.Discord.Tests.Running;

namespace Bot.Discord.Tests.Guilds;

/// <summary><c>/ask</c> where guilds decide, from the interaction to what is shown.</summary>
public sealed class GuildQuestionsTests : RunningBotTests
{
    [Fact]
    public async Task Where_no_channel_is_allowed_only_the_asker_sees_the_answer_and_is_told_why()
    {
        await SetAsync(_ => new());
        var asked = Did.Ask("When?");
        Assert.True(IsPrivate(await DoAsync(asked)));
        Assert.True((await Bot.SettledAsync()).Private);
        var note = Assert.Single(Discord.All, arrived => arrived.Target == $"/webhooks/11/{asked["token"]}");
        Assert.StartsWith("Only you see this answer: until", (string)JsonNode.Parse(note.Body)!["content"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11, false), InlineData(0, true)]
    public async Task In_a_thread_of_an_allowed_channel_all_see_it(int type, bool isPrivate)
    {
        await SetAsync(settings => settings with { Channels = ["70"] });
        Assert.Equal(isPrivate, IsPrivate(await DoAsync(In(Did.Ask("When?"), "7", type, "70"))));
    }

    [Fact]
    public async Task The_guilds_articles_go_with_the_question_and_no_other_can_be_asked_or_is_offered()
    {
        Articles.Write("mill", "The mill", "2026-11-21");
        await Bot.Get<Knowledge.Serving.KnowledgeBase>().RefreshAsync(Stop);
        await SetAsync(settings => settings with { Articles = ["mill"] });
        await DoAsync(Did.Ask("When?"));
        await Bot.SettledAsync();
        Assert.Equal(["mill"], Assert.Single(Answering.Asked).Scope!.Slugs);

        var refusal = await DoAsync(Did.Ask("When?", article: "dam"));
        Assert.Equal((true, "“The dam” is not among the articles that can be asked in this server."), (IsPrivate(refusal), (string)refusal["data"]!["content"]!));
        Assert.Single(await Bot.Turns.LatestAsync(5, Stop));

        Assert.Equal(["mill"], (await DoAsync(Did.Type("ask", "")))["data"]!["choices"]!.AsArray().Select(choice => (string)choice!["value"]!));
        var listed = (string)(await DoAsync(Did.Command("articles")))["data"]!["content"]!;
        Assert.Equal((true, false), (listed.Contains("The mill", StringComparison.Ordinal), listed.Contains("The dam", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_has_a_blocked_role_is_told_so_alone_and_nothing_is_recorded()
    {
        await SetAsync(settings => settings with { BlockedRoles = ["3"] });
        var asked = Did.Ask("When?");
        asked["member"]!["roles"] = new JsonArray("2", "3");
        var refusal = await DoAsync(asked);
        Assert.Equal((true, "You cannot ask here."), (IsPrivate(refusal), (string)refusal["data"]!["content"]!));
        Assert.Empty(await Bot.Turns.LatestAsync(1, Stop));
    }

    [Fact]
    public async Task A_bot_that_only_the_asker_installed_answers_them_alone_without_a_word_about_the_guild()
    {
        var asked = Did.Ask("When?");
        asked["authorizing_integration_owners"] = new JsonObject { ["1"] = "12" };
        Assert.True(IsPrivate(await DoAsync(asked)));
        await Bot.SettledAsync();
        Assert.DoesNotContain(Sent(asked), sent => sent.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_public_answer_opens_a_thread_and_the_conversation_goes_on_there_and_by_its_button()
    {
        await SetAsync(settings => settings with { Threads = true });
        await AskedAsync(In(Did.Ask("When did it break?"), "7", 0, null));
        var opened = Assert.Single(Discord.All, arrived => arrived.Target.EndsWith("/threads", StringComparison.Ordinal));
        var thread = opened.Target.Split('/')[^2];
        Assert.Equal(($"/channels/7/messages/{thread}/threads", "When did it break?"), (opened.Target, (string)JsonNode.Parse(opened.Body)!["name"]!));
        Assert.Equal(thread, Assert.Single(Discord.Messages).Channel);

        await AskedAsync(Did.Ask("Something else?"));
        await AskedAsync(In(Did.Ask("And why?"), thread, 11, "7"));
        var pressed = Did.Ask("And who?");
        pressed["message"] = new JsonObject { ["id"] = thread };
        await AskedAsync(pressed);
        Assert.Equal([0, 0, 2, 4], Answering.Asked.Select(question => question.History.Length));
        Assert.Equal("When did it break?", Answering.Asked.Last().History[0].Text);
    }

    private static JsonObject In(JsonObject interaction, string channel, int type, string? parent)
    {
        interaction["channel_id"] = channel;
        interaction["channel"] = new JsonObject { ["id"] = channel, ["type"] = type, ["parent_id"] = parent };
        return interaction;
    }

    private static bool IsPrivate(JsonObject response) => ((int)response["data"]!["flags"]! & 64) != 0;

    private async Task AskedAsync(JsonObject asked)
    {
        await DoAsync(asked);
        await Bot.SettledAsync();
    }

    private Task<GuildSettings> SetAsync(Func<GuildSettings, GuildSettings> change) => Bot.Get<GuildSettingsBook>().ChangeAsync("6", change, Stop);
}
