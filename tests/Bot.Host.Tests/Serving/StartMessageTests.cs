using System.Text.RegularExpressions;

namespace Bot.Host.Tests.Serving;

public sealed partial class StartMessageTests
{
    [Fact]
    public async Task Says_where_the_page_is_and_a_question_that_is_answered()
    {
        await using var host = RunningHost.Start(("Knowledge:Path", Path.Combine(RepositoryRoot.Find(), "knowledge")));

        var said = Message().Match(host.Said.ToString());
        var answer = await host.AnswerAsync(said.Groups[2].Value);

        Assert.Equal(host.Client.BaseAddress!.ToString(), said.Groups[1].Value);
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Says_the_address_that_readers_use_where_it_is_known()
    {
        await using var host = RunningHost.Start(("Web:PublicUrl", "https://example.org/bot"));

        Assert.StartsWith("Bot is at https://example.org/bot/ ", host.Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_do_when_there_is_nothing_to_ask()
    {
        using var folder = HostFolder.New();
        File.Delete(Path.Combine(folder.Knowledge, "bridge.md"));

        await using var host = RunningHost.StartIn(folder);

        Assert.Contains("Knowledge:Path", host.Said.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("^Bot is at (\\S+) – ask it, for example: (.+\\?)")]
    private static partial Regex Message();
}
