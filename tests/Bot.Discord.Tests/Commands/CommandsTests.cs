using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Discord.Commands;
using Bot.Discord.Messages;
using Bot.Discord.Resources;
using Bot.Discord.Tests.Contract;
using Bot.Discord.Tests.Running;

namespace Bot.Discord.Tests.Commands;

/// <summary>What readers can tell Bot that is no question.</summary>
public sealed partial class CommandsTests : RunningBotTests
{
    [Fact]
    public async Task Every_command_is_one_that_Discord_registers_in_all_languages()
    {
        var commands = Bot.Get<IEnumerable<ICommand>>().Select(command => command.Definition).ToArray();
        Assert.All(commands.Where(command => command.Type == ApplicationCommand.ChatInput), command =>
        {
            Assert.All(Names(command.Name, command.NameLocalizations), name => Assert.Matches(Name(), name));
            Assert.All(Names(command.Description, command.DescriptionLocalizations), words => Assert.InRange(words.Length, 1, 100));
            Assert.All(command.Options ?? [], option => Assert.All(Names(option.Name, option.NameLocalizations), name => Assert.Matches(Name(), name)));
            Assert.All(command.Options ?? [], option => Assert.All(Names(option.Description, option.DescriptionLocalizations), words => Assert.InRange(words.Length, 1, 100)));
        });
        Assert.All(commands, command => Assert.All(Names(command.Name, command.NameLocalizations), name => Assert.InRange(name.Length, 1, 32)));
        foreach (var locale in new[] { "de", "es-ES", "es-419", "fr" })
        {
            Assert.Distinct(commands.Select(command => command.NameLocalizations![locale]));
        }

        Assert.Empty(await DiscordContract.Here.FaultsAsync("PUT", "/applications/11/commands", JsonSerializer.Serialize(commands, DiscordJson.Default.IReadOnlyListApplicationCommand)));
    }

    [Fact]
    public async Task Help_tells_of_every_command_that_all_may_use_by_its_name_in_the_readers_language()
    {
        var asked = Did.Command("help");
        asked["locale"] = "de";
        var content = Content(await DoAsync(asked));
        var open = Bot.Get<IEnumerable<ICommand>>().Select(command => command.Definition).Where(command => command.DefaultMemberPermissions is null && command.Name != "help");
        Assert.All(open, command => Assert.Contains(command.NameLocalizations!["de"], content, StringComparison.Ordinal));
        Assert.Contains("\n/fragen\\: Frag nach den Artikeln\\: Jeder Satz der Antwort zeigt seine Quelle.\n", content, StringComparison.Ordinal);
        Assert.Equal(HelpCommand.Told.Count + 2, content.Split('\n').Length);
    }

    [Fact]
    public async Task Articles_lists_the_newest_with_links_and_says_how_many_are_left()
    {
        Assert.Equal("You can ask about\\:\n- [The dam](<https://bot.example.org/b/articles/dam>) (November 22, 2026\\)", Content(await DoAsync(Did.Command("articles"))));
        for (var number = 10; number < 60; number++)
        {
            Articles.Write($"many/f {number}", $"Flood [number] {number} @everyone", "2026-11-24");
        }

        await Bot.Get<Bot.Knowledge.Serving.KnowledgeBase>().RefreshAsync(Stop);
        var content = Content(await DoAsync(Did.Command("articles")));
        var listed = content.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal));
        Assert.InRange(listed, 20, 50);
        Assert.EndsWith($"\n-# and {51 - listed} older ones\\: type words of their titles when you choose an article.", content, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_names_what_the_askers_last_answer_here_cites_until_it_is_forgotten()
    {
        Assert.Equal("You have no answer here yet.", Content(await DoAsync(Did.Command("sources"))));
        await DoAsync(Did.Ask("When?"));
        var turn = await Bot.SettledAsync();
        var response = await DoAsync(Did.Command("sources"));
        var link = Some.Links.Of(turn.Answer!.Citations[0]);
        Assert.StartsWith($"Your last answer here cites\\:\n- [[1]](<{link}>) [About dam](<https://bot.example.org/b/articles/dam>)", Content(response), StringComparison.Ordinal);
        Assert.Contains($"answer:source:{turn.Id}:1", response.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(68, (int)response["data"]!["flags"]!);

        var other = Did.Command("sources");
        other["member"]!["user"]!["id"] = "13";
        Assert.Equal("You have no answer here yet.", Content(await DoAsync(other)));
        await DoAsync(Did.Command("forget"));
        Assert.Equal("You have no answer here yet.", Content(await DoAsync(Did.Command("sources"))));
    }

    [Fact]
    public async Task Forget_begins_a_new_conversation_and_deletes_everything_only_when_told_so()
    {
        await DoAsync(Did.Ask("When?"));
        await Bot.SettledAsync();
        Assert.StartsWith("Forgotten", Content(await DoAsync(Did.Command("forget", ("everything", false)))), StringComparison.Ordinal);
        await DoAsync(Did.Ask("And why?"));
        await Bot.SettledAsync();
        Assert.Empty(Answering.Asked.Last().History);
        Assert.Equal(2, (await Bot.Turns.LatestAsync(10, Stop)).Length);
        Assert.Contains("Questions\\: 2\\.", Content(await DoAsync(Did.Command("forget", ("everything", true)))), StringComparison.Ordinal);
        Assert.Empty(await Bot.Turns.LatestAsync(10, Stop));
    }

    [Fact]
    public async Task Privacy_says_what_is_kept_and_what_deletes_it()
    {
        var content = Content(await DoAsync(Did.Command("privacy")));
        Assert.StartsWith("Bot keeps your question", content, StringComparison.Ordinal);
        Assert.Contains("/forget starts a new conversation; with “everything” it deletes all you asked.", content, StringComparison.Ordinal);
        Assert.EndsWith("[The same on a page](<https://bot.example.org/b/privacy>)", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_in_a_message_is_asked_for_who_chose_it()
    {
        var response = await DoAsync(Did.ChooseAboutThis("<@13> hey, when did <#7> the dam break?? :)"));
        Assert.Equal((4, 68), ((int)response["type"]!, (int)response["data"]!["flags"]!));
        Assert.True((await Bot.SettledAsync()).Private);
        Assert.Equal("hey, when did the dam break?? :)", Assert.Single(Answering.Asked).Text);
    }

    [Fact]
    public async Task Of_other_words_the_reader_makes_a_question_first()
    {
        var form = await DoAsync(Did.ChooseAboutThis($"The dam broke on Tuesday. {new string('x', 3000)}"));
        Assert.Equal(9, (int)form["type"]!);
        var field = form["data"]!["components"]![0]!["component"]!;
        Assert.StartsWith("The dam broke on Tuesday.", (string)field["value"]!, StringComparison.Ordinal);
        Assert.InRange(((string)field["value"]!).Length, 1, (int)field["max_length"]!);
        Assert.Empty(Answering.Asked);

        var response = await DoAsync(Did.Write((string)form["data"]!["custom_id"]!, "Did it break on Tuesday?"));
        Assert.Equal((4, 68), ((int)response["type"]!, (int)response["data"]!["flags"]!));
        Assert.Equal("Did it break on Tuesday?", Assert.Single(Answering.Asked).Text);
    }

    [Fact]
    public async Task A_message_without_words_is_no_question() =>
        Assert.Equal("That message has no words to ask about.", Content(await DoAsync(Did.ChooseAboutThis(" <@13> "))));

    [Fact]
    public void Speaks_to_readers_of_other_languages_in_English() => Assert.Equal(("ask", "fragen", "preguntar"), (CommandWords.Of("AskName", "ar"), CommandWords.Of("AskName", "de"), CommandWords.Of("AskName", "es-419")));

    private static string Content(JsonObject response)
    {
        Assert.Equal((4, 68), ((int)response["type"]!, (int)response["data"]!["flags"]!));
        return (string)response["data"]!["content"]!;
    }

    private static IEnumerable<string> Names(string name, IReadOnlyDictionary<string, string>? others) => others!.Values.Prepend(name);

    [GeneratedRegex(@"^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$")]
    private static partial Regex Name();
}
