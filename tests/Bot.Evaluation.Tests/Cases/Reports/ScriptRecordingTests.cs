using Bot.Evaluation.Cases.Reports;
using Bot.Evaluation.Cases.Running;
using Bot.Evaluation.Tests.Cases.Running;

namespace Bot.Evaluation.Tests.Cases.Reports;

public sealed class ScriptRecordingTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_model_said_can_be_run_again_without_it_and_gives_the_same_answers()
    {
        _folder.Write("knowledge/bridge.tests.yaml", """
            - name: "opening: a \"quoted\" name"
              question: When was the bridge opened?
              repeat: 2
              assert: [{ cites: opened in 1911 }]
            - question: Hello!
              assert: [{ outcome: smalltalk }]
            """);
        await using var server = await ModelServer.StartAsync();
        var live = await _folder.RunAsync(server.Settings);

        var replayed = await ReplayAsync(live, replies: 2);

        Assert.Equal(Texts(live), Texts(replayed));
        Assert.Equal([true, true], replayed.All.Select(result => result.Passed));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Follow_ups_and_opinions_are_recorded_with_the_prompts_they_answer()
    {
        _folder.Write("knowledge/bridge.tests.yaml", """
            - question: And when was it opened?
              history:
                - user: What fell at Lorne?
                - agent: The old road bridge.
              model:
                - prompt: standalone-question
                  reply: When was the bridge at Lorne opened?
                - prompt: judge
                  reply: PASS. It is.
                - The bridge was opened in 1911 [[1911]].
              assert:
                - judge: It is short.
                - not-judge: It is short.
            """);
        var first = await _folder.RunAsync();

        var replayed = await ReplayAsync(first, replies: 1);

        Assert.Equal("When was the bridge at Lorne opened?", replayed.All.Single().Runs[0].Asked!.Trace.Standalone);
        Assert.Equal([FindingVerdict.Held, FindingVerdict.Broken], replayed.All.Single().Runs[0].Findings.Select(finding => finding.Verdict));
    }

    [Fact]
    public async Task What_was_quoted_is_no_reply_of_a_model()
    {
        _folder.Write("knowledge/bridge.tests.yaml", "- question: When was the bridge opened?\n  assert: [{ refuses: false }]\n");
        using var writer = new StringWriter();

        Assert.Equal(0, ScriptRecording.Write((await _folder.RunAsync()).All, writer));
        Assert.Empty(writer.ToString());
    }

    private async Task<TestReport> ReplayAsync(TestReport report, int replies)
    {
        using var writer = new StringWriter();
        Assert.Equal(replies, ScriptRecording.Write(report.All, writer));
        return await _folder.RunAsync(variants: [new("recorded") { Script = _folder.Script(writer.ToString()) }]);
    }

    private static IEnumerable<string?> Texts(TestReport report) => report.All.SelectMany(result => result.Runs).Select(run => run.Asked?.Answer.Text);
}
