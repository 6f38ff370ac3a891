using Bot.Answering.Answers;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Tests.Cases.Running;

public sealed class ScriptedModelTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_prompt_is_rendered_and_words_in_brackets_become_the_number_of_their_passage_in_it()
    {
        var run = await RunAsync("  model: The bridge was opened in 1911 [[opened in 1911. Engineers had found]]. It fell into the river [[fell into the\n    river]].\n");

        int NumberOf(string words) => run.Asked!.Trace.Passages.Select((passage, at) => (passage, at)).Single(each => each.passage.Text.Contains(words, StringComparison.Ordinal)).at + 1;
        Assert.NotEqual(NumberOf("1911"), NumberOf("fell into"));
        Assert.Equal($"The bridge was opened in 1911 [{NumberOf("1911")}]. It fell into the river [{NumberOf("fell into")}].", run.Asked!.Trace.RawText);
        Assert.Contains("> The bridge was opened in 1911.", run.Asked.Trace.RenderedPrompt, StringComparison.Ordinal);
        Assert.Equal("scripted", run.Asked.Answer.Making.Engine);
    }

    [Fact]
    public async Task What_no_passage_has_is_not_cited()
    {
        var run = await RunAsync("  model: The bridge was opened in 1911 [[in the year of the whale]].\n");

        Assert.Equal("The bridge was opened in 1911 .", run.Asked!.Trace.RawText);
        Assert.Equal(1, run.Asked.Answer.Making.Repaired);
    }

    [Fact]
    public async Task A_reply_with_a_condition_is_said_only_where_the_prompt_meets_it()
    {
        const string Model = "  model:\n    - when: Be as brief as a telegram\n      reply: NOT_STATED\n    - The bridge was opened in 1911 [[1911]].\n";
        Assert.IsType<Answer.Answered>((await RunAsync(Model)).Asked!.Answer);

        _folder.Write("prompts/answer/skprompt.txt", _folder.Read("prompts/answer/skprompt.txt").Replace("Say only", "Be as brief as a telegram. Say only", StringComparison.Ordinal));

        Assert.IsType<Answer.NotStated>((await RunAsync(Model)).Asked!.Answer);
    }

    [Fact]
    public async Task A_script_that_has_nothing_to_say_fails_the_case_and_says_so()
    {
        var run = await RunAsync("  model:\n    - when: Be as brief as a telegram\n      reply: NOT_STATED\n");

        Assert.False(run.Passed);
        Assert.StartsWith("No reply of the script fits the prompt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_repeat_gets_a_reply_of_its_own_and_the_share_that_must_pass_decides()
    {
        const string Model = """
              repeat: 4
              pass: {0}
              model:
                - The bridge was opened in 1911 [[1911]].
                - NOT_STATED

            """;

        var half = await ResultAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Model, "0.5"));
        var more = await ResultAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Model, "0.6"));

        Assert.Equal([true, false, true, false], half.Runs.Select(run => run.Passed));
        Assert.True(half.Passed);
        Assert.False(more.Passed);
    }

    [Fact]
    public async Task A_follow_up_is_rewritten_by_the_reply_to_its_own_prompt()
    {
        var run = await RunAsync("""
              history:
                - user: What fell at Lorne?
                - agent: The old road bridge.
              model:
                - prompt: standalone-question
                  reply: When was the bridge at Lorne opened?
                - The bridge was opened in 1911 [[1911]].

            """, "And when was it opened?");

        Assert.Equal("When was the bridge at Lorne opened?", run.Asked!.Trace.Standalone);
    }

    [Fact]
    public async Task A_script_on_the_command_line_wins_over_what_a_case_has_its_model_say()
    {
        var script = _folder.Script("""
            - case: asked
              reply: NOT_STATED
            - reply: The bridge was opened in 1912 [[1911]].
            """);
        _folder.Write("knowledge/bridge.tests.yaml", """
            - name: asked
              question: When was the bridge opened?
              model: The bridge was opened in 1911 [[1911]].
              assert: [{ outcome: not_stated }, { engine: script }]
            - name: other
              question: When was the bridge opened?
              assert: [{ not-unsupported_max: 0 }]
            """);

        var report = await _folder.RunAsync(variants: [new Variant("broken") { Script = script }]);

        Assert.Equal([true, true], report.All.Select(result => result.Passed));
    }

    [Fact]
    public async Task A_prompt_that_cannot_be_used_shows_although_the_reader_gets_an_answer()
    {
        _folder.Write("prompts/answer/skprompt.txt", _folder.Read("prompts/answer/skprompt.txt").Replace("{{$passages}}", "", StringComparison.Ordinal));

        var run = await RunAsync("  model: The bridge was opened in 1911 [[1911]].\n");

        Assert.IsType<Answer.Answered>(run.Asked!.Answer);
        Assert.True(run.Asked.Answer.Making.Degraded);
        Assert.Contains("{{$passages}}", run.Asked.Answer.Making.DegradedReason, StringComparison.Ordinal);
    }

    private async Task<CaseRun> RunAsync(string more, string question = "When was the bridge opened?") => (await ResultAsync(more, question)).Runs[0];

    private async Task<CaseResult> ResultAsync(string more, string question = "When was the bridge opened?")
    {
        _folder.Write("knowledge/bridge.tests.yaml", $"- question: {question}\n{more}  assert:\n    - outcome: answered\n");
        return (await _folder.RunAsync()).All.Single();
    }
}
