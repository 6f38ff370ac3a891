using Bot.Discord.Rendering;
using Bot.Discord.Tests.Running;
using Microsoft.Data.Sqlite;

namespace Bot.Discord.Tests.Interactions;

/// <summary>What becomes of interactions whatever they are, and whatever becomes of the record.</summary>
public sealed class InteractionDeskTests : RunningBotTests
{
    [Fact]
    public async Task A_question_that_is_too_long_is_refused_to_its_asker_alone_in_their_language()
    {
        var asked = Did.Ask(new string('x', 2001));
        asked["locale"] = "de";
        var refusal = await DoAsync(asked);
        Assert.Equal((4, 68), ((int)refusal["type"]!, (int)refusal["data"]!["flags"]!));
        Assert.Equal("Bitte fragen Sie in Worten und mit höchstens 2000 Zeichen.", (string)refusal["data"]!["content"]!);
        Assert.Empty(Answering.Asked);
    }

    [Theory, InlineData("ask", 800), InlineData("settings", 800), InlineData("forget", 900), InlineData("press", 900)]
    public async Task Whoever_did_something_is_asked_to_try_again_within_a_second_when_the_record_does_not_answer(string what, int milliseconds)
    {
        await DoAsync(Did.Ask("When?"));
        var turn = await Bot.SettledAsync();
        await using var blocking = await BlockAsync();
        var did = what switch
        {
            "ask" => Did.Ask("When again?"),
            "settings" => Did.Manage("private", true),
            "press" => Did.Press(new CustomId(ButtonAction.Up, turn.Id)),
            _ => Did.Command(what),
        };

        // Its limits are set before it first waits for anything.
        var done = DoAsync(did);
        Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        var response = await done.WaitAsync(Some.Patience, Stop);
        Assert.Equal((4, 68), ((int)response["type"]!, (int)response["data"]!["flags"]!));
        Assert.Equal(
            what switch
            {
                "ask" => "Your question was not taken. Please ask it again in a moment.",
                "settings" => "The settings could not be read or changed. Please try again in a moment.",
                _ => "That was not done. Please try again in a moment.",
            },
            (string)response["data"]!["content"]!);

        // It did not wait for the record to give up.
        Assert.DoesNotContain(Log.Lines, line => line.Contains("could not be recorded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_knows_is_answered_too()
    {
        Assert.Equal(4, (int)(await DoAsync(Did.Command("unknown")))["type"]!);
        Assert.Equal("""{"type":8,"data":{"choices":[]}}""", (await DoAsync(Did.Type("unknown", "x"))).ToJsonString());
    }

    [Fact]
    public async Task What_fails_is_answered_too_and_logged_without_the_readers_words()
    {
        var broken = Did.Command("forget");
        broken["data"]!["options"] = "s3cret";
        Assert.Equal(4, (int)(await DoAsync(broken))["type"]!);
        Assert.DoesNotContain(Log.Lines, line => line.Contains("s3cret", StringComparison.Ordinal));
    }

    private async Task<SqliteConnection> BlockAsync()
    {
        var connection = new SqliteConnection($"Data Source={RecordFile}");
        await connection.OpenAsync(Stop);
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE;";
        await begin.ExecuteNonQueryAsync(Stop);
        return connection;
    }
}
