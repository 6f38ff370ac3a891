using System.Text.Json.Nodes;
using Bot.Discord.Commands;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Tests.Guilds;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Commands;

public sealed class SettingsCommandTests : IAsyncLifetime
{
    private GuildWorld _world = null!;
    private SettingsCommand _command = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await GuildWorld.StartAsync();
        _command = new(_world.Guilds.Book, _world.Guilds.Get<GuildArticles>(), Options.Create(new DiscordOptions()), _world.Time, NullLogger<SettingsCommand>.Instance);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public Task Can_be_registered_for_managers_in_guilds_alone() => ManagersCommands.AssertRegistrableAsync(_command);

    [Fact]
    public void Is_called_in_the_managers_language()
    {
        var channel = _command.Definition.Options!.Single(option => option.Name == "channel");
        Assert.Equal(
            ("einstellungen", "kanal", "erlauben", "kanal"),
            (_command.Definition.NameLocalizations!["de"], channel.NameLocalizations!["de"], channel.Options![0].NameLocalizations!["de"], channel.Options[0].Options![0].NameLocalizations!["de"]));
    }

    [Fact]
    public async Task Shows_what_holds_as_long_as_nobody_decided() => Assert.Equal(
        """
        **Settings of this server**
        All answers are private: no channel is allowed yet. Allow one with /settings channel allow.
        Articles: all
        Private unless the asker says otherwise: off
        A thread for each public answer to /ask: off
        Language where the reader's is unknown: English
        Everybody may ask.
        """,
        await UseAsync("show"));

    [Fact]
    public async Task Each_answer_shows_the_settings_as_they_now_are()
    {
        await UseAsync("channel allow", "channel", "70");
        await UseAsync("channel allow", "channel", "71");
        await UseAsync("channel allow", "channel", "71");
        await UseAsync("article allow", "article", "mill");
        await UseAsync("tag allow", "tag", "water");
        await UseAsync("private", "on", true);
        await UseAsync("threads", "on", true);
        await UseAsync("language", "language", "de");
        await UseAsync("block", "who", "40");
        Assert.Equal(
            """
            **Settings of this server**
            Public answers in: <#70>, <#71>
            Articles: mill
            Articles with the tags: water
            Private unless the asker says otherwise: on
            A thread for each public answer to /ask: on
            Language where the reader's is unknown: Deutsch
            May not ask: <@&50>, <@40>
            """,
            await ManagersCommands.UseAsync(_command, "block", Option("who", "50"), interaction => interaction["data"]!["resolved"] = new JsonObject { ["roles"] = new JsonObject { ["50"] = new JsonObject() } }));

        await UseAsync("channel remove", "channel", "70");
        await UseAsync("article remove", "article", "mill");
        await UseAsync("tag remove", "tag", "Water");
        await UseAsync("private", "on", false);
        await UseAsync("threads", "on", false);
        await UseAsync("unblock", "who", "40");
        Assert.Equal(
            """
            **Settings of this server**
            Public answers in: <#71>
            Articles: all
            Private unless the asker says otherwise: off
            A thread for each public answer to /ask: off
            Language where the reader's is unknown: Deutsch
            Everybody may ask.
            """,
            await UseAsync("unblock", "who", "50"));
    }

    [Fact]
    public async Task All_articles_can_be_asked_again()
    {
        await UseAsync("article allow", "article", "mill");
        await UseAsync("tag allow", "tag", "Water");
        Assert.Contains("Articles: all", await UseAsync("article all"), StringComparison.Ordinal);
    }

    [Theory, InlineData("0"), InlineData("8192"), InlineData("")]
    public async Task Who_may_not_manage_the_guild_changes_nothing_whatever_the_client_shows(string permissions)
    {
        Assert.Equal(
            "Only who may manage this server can use this.",
            await ManagersCommands.UseAsync(_command, "channel allow", Option("channel", "7"), interaction => interaction["member"]!["permissions"] = permissions));
        Assert.Empty((await _world.Guilds.Book.OfAsync("6", Stop)).Channels);
    }

    [Theory, InlineData("32"), InlineData("8")]
    public async Task Managers_and_administrators_may(string permissions) => Assert.Contains(
        "<#7>",
        await ManagersCommands.UseAsync(_command, "channel allow", Option("channel", "7"), interaction => interaction["member"]!["permissions"] = permissions),
        StringComparison.Ordinal);

    [Fact]
    public async Task What_is_not_there_is_not_allowed()
    {
        Assert.Equal("There is no article “milk”. Did you mean “mill”?", await UseAsync("article allow", "article", "milk"));
        Assert.Equal("No article has the tag “Fire”.", await UseAsync("tag allow", "tag", "Fire"));
        Assert.Null((await _world.Guilds.Book.OfAsync("6", Stop)).Scope);
    }

    [Theory]
    [InlineData("article allow", "article", "MIL", "32", "The mill=mill"), InlineData("article remove", "article", "", "32", "The dam *broke*=dam,The mill=mill")]
    [InlineData("tag allow", "tag", "wat", "32", "Water=Water"), InlineData("tag allow", "tag", "fire", "32", ""), InlineData("tag allow", "tag", "", "0", "")]
    public async Task Articles_and_tags_are_offered_while_a_manager_types(string subcommand, string name, string typed, string permissions, string offered)
    {
        IReadOnlyList<Choice> choices = [];
        await ManagersCommands.UseAsync(new Completing(_command, typing => choices = typing), subcommand, Option(name, typed), interaction =>
        {
            interaction["member"]!["permissions"] = permissions;
            interaction["data"]!["options"]![0]!["options"]![0]!["options"]![0]!["focused"] = true;
        });
        Assert.Equal(offered, string.Join(',', choices.Select(choice => $"{choice.Name}={choice.Value}")));
    }

    [Fact]
    public async Task No_more_are_named_than_can_be_kept()
    {
        for (var channel = 0; channel < GuildSettings.MostNamed; channel++)
        {
            await UseAsync("channel allow", "channel", $"{100 + channel}");
        }

        Assert.Equal("At most 25 can be named. Remove one first.", await UseAsync("channel allow", "channel", "7"));
        Assert.DoesNotContain("7", (await _world.Guilds.Book.OfAsync("6", Stop)).Channels);
    }

    [Fact]
    public async Task The_fullest_settings_fit_into_one_message()
    {
        string[] ids = [.. Enumerable.Range(0, GuildSettings.MostNamed).Select(id => $"{1_000_000_000_000_000_000 + id}")];
        string[] names = [.. ids.Select(id => $"**{id} with a very long name of many words in it")];
        await _world.Guilds.SetAsync(_ => new() { Channels = [.. ids], Articles = [.. names], Tags = [.. names], BlockedRoles = [.. ids], BlockedUsers = [.. ids] });
        foreach (var locale in new[] { "en", "de", "es", "fr", "ar" })
        {
            var shown = await ManagersCommands.UseAsync(_command, "show", change: interaction => interaction["locale"] = locale);
            Assert.InRange(shown.Length, 1, 2000);
            Assert.DoesNotContain("**1", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Speaks_the_managers_language() =>
        Assert.StartsWith("**Einstellungen dieses Servers**", await ManagersCommands.UseAsync(_command, "show", change: interaction => interaction["locale"] = "de"), StringComparison.Ordinal);

    private static JsonObject Option(string name, JsonNode value) => new() { ["name"] = name, ["value"] = value };

    private Task<string> UseAsync(string subcommand) => ManagersCommands.UseAsync(_command, subcommand);

    private Task<string> UseAsync(string subcommand, string name, JsonNode value) => ManagersCommands.UseAsync(_command, subcommand, Option(name, value));

    private sealed class Completing(SettingsCommand command, Action<IReadOnlyList<Choice>> completed) : ICommand
    {
        public ApplicationCommand Definition => command.Definition;

        public async Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
        {
            completed(await command.CompleteAsync(used, cancellationToken));
            return InteractionResponse.Private(new Message { Content = "typing" });
        }
    }
}
