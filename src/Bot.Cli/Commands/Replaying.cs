using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Conversations.Records;
using Bot.Evaluation.Cases;
using Bot.Evaluation.Cases.Running;

namespace Bot.Cli.Commands;

/// <summary><c>why --replay</c>: whether a recorded answer comes out again, and what is otherwise if not.</summary>
internal static class Replaying
{
    public static async Task<int> RunAsync(string answerId, SharedChoices choices, Surroundings surroundings, CancellationToken cancellationToken)
    {
        await using var session = await RecordSession.OpenAsync(choices, surroundings);
        var input = TurnId.TryParse(answerId, out var turn) ? await session.Inputs.FindAsync(turn, cancellationToken) : null;
        if (input is null)
        {
            throw new CommandError($"The record has no answer '{answerId}' (any more): 'Bot.Cli feedback' lists those that readers judged.");
        }

        var replay = new Replay(session.Settings, session.Knowledge, input.Made);
        AnsweredQuestion answered;
        try
        {
            answered = await replay.RunAsync(input.Question, EngineOf(input), RepliesOf(input), cancellationToken);
        }
        catch (UnknownArticleException gone)
        {
            throw new CommandError($"It cannot be replayed: {gone.Message} It was asked when there was one.");
        }

        var differences = input.DifferencesFrom(answered.Trace);
        if (choices.Json)
        {
            surroundings.Out.WriteLine(ContractJson.Write(TraceLine.Of(input.Question, answered.Answer, answered.Trace)));
        }
        else
        {
            new TraceView(Screen.Of(surroundings)).Show(answered);
        }

        surroundings.Error.WriteLine(differences.IsEmpty
            ? "The trace replays: it is the recorded one, byte for byte."
            : $"The trace is another than the recorded one ({string.Join(", ", differences)}): articles, prompts or settings were changed since, or Bot was.");
        return differences.IsEmpty ? ExitCode.Done : ExitCode.TestsFailed;
    }

    // The prompt was rendered, so a model was asked, whoever composed the answer in the end.
    private static string? EngineOf(RecordedInput input) => input.Text(nameof(AnswerTrace.RenderedPrompt)) is null ? null
        : input.Answer.Making.Engine == Making.Extractive ? "model" : input.Answer.Making.Engine;

    private static ImmutableArray<ScriptedReply> RepliesOf(RecordedInput input)
    {
        var replies = ImmutableArray.CreateBuilder<ScriptedReply>();
        if (!input.Question.History.IsDefaultOrEmpty && input.Text(nameof(AnswerTrace.Standalone)) is { } standalone && standalone != input.Question.Text)
        {
            replies.Add(new(standalone) { IsVerbatim = true, Prompt = "standalone-question" });
        }

        if (input.Text(nameof(AnswerTrace.RawText)) is { } raw && !FailedAtOnce(input))
        {
            replies.Add(new(raw) { IsVerbatim = true, Usage = input.CountedTokens });
        }

        return replies.ToImmutable();
    }

    // Where the model failed, what was quoted in its place is all that was composed: it supports itself.
    private static bool FailedAtOnce(RecordedInput input) => input.Answer.Making is { Degraded: true, Repaired: 0 };
}
