using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Tests.Cases.Running;

public sealed class CacheTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public CacheTests() => _folder.Write("knowledge/bridge.tests.yaml", """
        - question: When was the bridge opened?
          repeat: 2
          assert:
            - engine: real
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_reply_is_asked_for_once_a_repeat_and_then_kept()
    {
        await using var server = await ModelServer.StartAsync();

        var first = await _folder.RunAsync(server.Settings);
        Assert.Equal(2, server.Requests.Count);
        var second = await _folder.RunAsync(server.Settings);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal([true, true], new[] { first, second }.Select(report => report.All.Single().Passed));
        Assert.Equal((false, true), (Run(first).FromCache, Run(second).FromCache));
        Assert.Equal(Run(first).Asked!.Trace.RawText, Run(second).Asked!.Trace.RawText);
        Assert.Equal((720L, 720L), (Run(first).Asked!.Trace.Usage!.Total, Run(second).Asked!.Trace.Usage!.Total));
    }

    [Theory]
    [InlineData("article")]
    [InlineData("prompt")]
    [InlineData("settings")]
    [InlineData("model")]
    [InlineData("anew")]
    public async Task What_a_reply_depends_on_has_it_asked_for_anew(string change)
    {
        await using var server = await ModelServer.StartAsync();
        await _folder.RunAsync(server.Settings);
        var settings = server.Settings;
        switch (change)
        {
            case "article":
                _folder.Write("knowledge/bridge.md", CaseFolder.Bridge.Replace("in March", "in April", StringComparison.Ordinal));
                break;
            case "prompt":
                _folder.Write("prompts/answer/skprompt.txt", _folder.Read("prompts/answer/skprompt.txt").Replace("one to four", "one to three", StringComparison.Ordinal));
                break;
            case "settings":
                settings["Model:Temperature"] = "0.7";
                break;
            case "model":
                settings["Model:Name"] = "other";
                break;
        }

        await _folder.RunAsync(settings, anew: change == "anew");

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_reply_that_broke_off_is_not_kept()
    {
        await using var server = await ModelServer.StartAsync();
        server.BreaksOff = true;
        Assert.True(Run(await _folder.RunAsync(server.Settings)).Asked!.Answer.Making.Degraded);

        server.BreaksOff = false;

        Assert.True((await _folder.RunAsync(server.Settings)).All.Single().Passed);
    }

    private static CaseRun Run(TestReport report) => report.All.Single().Runs[0];
}
