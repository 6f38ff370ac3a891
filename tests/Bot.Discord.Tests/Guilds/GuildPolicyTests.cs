using Bot.Discord.Guilds;

namespace Bot.Discord.Tests.Guilds;

public sealed class GuildPolicyTests : IAsyncLifetime
{
    private static readonly Occasion InChannel = new() { Guild = GuildRig.Guild, Channel = "7", User = "1", Locale = "en" };

    private GuildWorld _world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await GuildWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Answers_are_private_until_a_manager_allows_the_channel()
    {
        var before = await TakenAsync(InChannel with { IsPrivate = false });
        Assert.True(before.IsPrivate);
        Assert.StartsWith("Only you see this answer: until", before.Note!.Words, StringComparison.Ordinal);

        await _world.Guilds.SetAsync(settings => settings with { Channels = ["70"] });
        Assert.Equal("Only you see this answer. Public answers are given in <#70>.", (await TakenAsync(InChannel)).Note!.Words);

        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"] });
        var after = await TakenAsync(InChannel);
        Assert.Equal((false, null), (after.IsPrivate, after.Note));
    }

    [Theory]
    [InlineData(false, null, false), InlineData(true, null, true), InlineData(true, false, false), InlineData(false, true, true)]
    public async Task In_an_allowed_channel_the_asker_decides_and_else_the_guild(bool byGuild, bool? byAsker, bool isPrivate)
    {
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"], Private = byGuild });
        var taken = await TakenAsync(InChannel with { IsPrivate = byAsker });
        Assert.Equal((isPrivate, null), (taken.IsPrivate, taken.Note));
    }

    [Fact]
    public async Task Who_asks_for_a_private_answer_is_told_nothing_about_it() =>
        Assert.Null((await TakenAsync(InChannel with { IsPrivate = true })).Note);

    [Fact]
    public async Task A_thread_has_what_its_channel_is_allowed()
    {
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"] });
        Assert.False((await TakenAsync(InChannel with { Channel = "71", Parent = "7" })).IsPrivate);
        Assert.True((await TakenAsync(InChannel with { Channel = "71", Parent = "8" })).IsPrivate);
    }

    [Fact]
    public async Task A_mention_in_a_thread_is_answered_where_its_channel_is_allowed()
    {
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"] });
        _world.Discord.Resources["/channels/71"] = """{"id":"71","type":11,"parent_id":"7"}""";
        _world.Discord.Resources["/channels/72"] = """{"id":"72","type":0,"parent_id":"7"}""";
        var mention = InChannel with { IsMessage = true };
        Assert.False((await TakenAsync(mention with { Channel = "71" })).IsPrivate);
        Assert.False((await TakenAsync(mention with { Channel = "71" })).IsPrivate);
        Assert.Equal("Please ask in <#7>, or use /ask here: only you will see the answer.", await RefusedAsync(mention with { Channel = "72" }));
        Assert.Equal(["/channels/71", "/channels/72"], _world.Discord.All.Select(asked => asked.Target));
    }

    [Fact]
    public async Task The_channels_of_threads_are_learned_from_what_the_gateway_tells()
    {
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"] });
        _world.Guilds.Get<ThreadParents>().Learn(System.Text.Json.JsonElement.Parse("""{"id":"6","threads":[{"id":"71","type":11,"parent_id":"7"},{"id":"72","type":12,"parent_id":"8"}]}"""));
        _world.Guilds.Get<ThreadParents>().Learn(System.Text.Json.JsonElement.Parse("""{"id":"73","type":10,"parent_id":"7"}"""));
        var mention = InChannel with { IsMessage = true };
        await TakenAsync(mention with { Channel = "71" });
        await TakenAsync(mention with { Channel = "73" });
        await RefusedAsync(mention with { Channel = "72" });
        Assert.Empty(_world.Discord.All);
    }

    [Fact]
    public async Task A_mention_where_no_channel_is_allowed_is_shown_the_command() =>
        Assert.Equal("Nobody has allowed public answers here. Use /ask: only you will see the answer.", await RefusedAsync(InChannel with { IsMessage = true }));

    [Fact]
    public async Task Words_are_in_the_guilds_language_where_the_readers_is_unknown()
    {
        await _world.Guilds.SetAsync(settings => settings with { Language = "de" });
        Assert.StartsWith("Öffentliche Antworten", await RefusedAsync(InChannel with { IsMessage = true, Locale = null }), StringComparison.Ordinal);
        Assert.Equal("es-ES", (await TakenAsync(InChannel with { Locale = "es-ES" })).Locale);
    }

    [Theory]
    [InlineData("1", "3"), InlineData("2", "4")]
    public async Task Who_is_blocked_or_has_a_blocked_role_may_not_ask_and_is_told_discreetly(string user, string role)
    {
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"], BlockedUsers = ["1"], BlockedRoles = ["4"] });
        var refused = Assert.IsType<Verdict.Refused>(await OfAsync(InChannel with { User = user, Roles = [role] }));
        Assert.Equal((true, "You cannot ask here."), (refused.IsDiscreet, refused.Words));
        await TakenAsync(InChannel with { User = "2", Roles = ["3"] });
    }

    [Fact]
    public async Task A_guild_that_names_articles_is_asked_of_no_others()
    {
        Assert.Null((await TakenAsync(InChannel)).Scope);
        await _world.Guilds.SetAsync(settings => settings with { Tags = ["water"] });
        Assert.Equal(["water"], (await TakenAsync(InChannel)).Scope!.Tags);
        await TakenAsync(InChannel with { Article = "dam" });
        Assert.Equal("“The mill” is not among the articles that can be asked in this server.", await RefusedAsync(InChannel with { Article = "mill" }));
        Assert.Equal("There is no article “milk”. Choose one of those that are offered while you type.", await RefusedAsync(InChannel with { Article = "milk" }));
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_refused_with_the_nearest_and_nothing_of_it_comes_alive()
    {
        Assert.Equal("There is no article “milk”. Did you mean “mill”?", await RefusedAsync(InChannel with { Article = "milk" }));
        Assert.Equal("There is no article “\\<@1\\>\\*x\\*”. Choose one of those that are offered while you type.", (await RefusedAsync(InChannel with { Article = "<@1>*x*" })).Replace("\u2060", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Direct_messages_are_answered_there_and_other_private_channels_for_the_asker_alone()
    {
        Assert.False((await TakenAsync(InChannel with { Guild = null, IsDirect = true })).IsPrivate);
        Assert.True((await TakenAsync(InChannel with { Guild = null, IsAway = true })).IsPrivate);
        Assert.False((await TakenAsync(InChannel with { Guild = null, IsAway = true, IsPrivate = false })).IsPrivate);
    }

    [Fact]
    public async Task Who_installed_the_bot_for_themselves_gets_private_answers_in_any_guild()
    {
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"], BlockedUsers = ["1"] });
        var taken = await TakenAsync(InChannel with { IsAway = true, IsPrivate = false });
        Assert.Equal((true, null), (taken.IsPrivate, taken.Note));
    }

    [Fact]
    public async Task An_operator_may_serve_some_guilds_only_and_no_user_installs()
    {
        await using var world = await GuildWorld.StartAsync(new() { Guilds = { "6" }, UserInstalls = false });
        await using var guilds = new GuildRig(world.Rest.Client, world.World, world.Time, new() { Guilds = { "6" }, UserInstalls = false });
        async Task<Verdict> SaidAsync(Occasion asked) => await guilds.Policy.OfAsync(asked, Stop);

        Assert.IsType<Verdict.Taken>(await SaidAsync(InChannel));
        Assert.IsType<Verdict.Taken>(await SaidAsync(InChannel with { Guild = null, IsDirect = true }));
        Assert.Equal("I am not served here. Ask whoever runs this bot.", Assert.IsType<Verdict.Refused>(await SaidAsync(InChannel with { Guild = "66" })).Words);
        Assert.IsType<Verdict.Refused>(await SaidAsync(InChannel with { IsAway = true }));
        Assert.IsType<Verdict.Taken>(await OfAsync(InChannel with { Guild = "66", IsAway = true }));
    }

    [Theory]
    [InlineData(true, true, false, true), InlineData(true, true, true, false), InlineData(true, false, false, false), InlineData(false, true, false, false)]
    public async Task A_thread_is_opened_from_a_public_answer_where_the_guild_wants_it(bool wanted, bool possible, bool isPrivate, bool opens)
    {
        await _world.Guilds.SetAsync(settings => settings with { Channels = ["7"], Threads = wanted });
        Assert.Equal(opens, (await TakenAsync(InChannel with { MayOpenThread = possible, IsPrivate = isPrivate })).OpensThread);
    }

    private Task<Verdict> OfAsync(Occasion asked) => _world.Guilds.Policy.OfAsync(asked, Stop);

    private async Task<Verdict.Taken> TakenAsync(Occasion asked) => Assert.IsType<Verdict.Taken>(await OfAsync(asked));

    private async Task<string> RefusedAsync(Occasion asked) => Assert.IsType<Verdict.Refused>(await OfAsync(asked)).Words;
}
