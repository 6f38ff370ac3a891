using Bot.Answering;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Conversations.Records;
using Bot.Evaluation.Cases.Running;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;

namespace Bot.Cli.Commands;

/// <summary><c>why --replay</c>: whether a recorded answer comes out again of what it was made of, and what is otherwise if not.</summary>
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

        if (input.Missing > 0)
        {
            throw new CommandError($"It cannot be replayed: of the turns before it that the question was understood by, {input.Missing} are deleted, or their reader had them forgotten. 'Bot.Cli why \"QUESTION\"' answers it anew.");
        }

        if (input.Sources is null)
        {
            surroundings.Error.WriteLine("The record does not have what it was made of: it is older than the keeping of that, the host was stopped before all was kept, or Records:KeepSources is false. It is answered over the articles, prompts and settings as they are now.");
        }

        var answered = await AnswerAsync(input, session, cancellationToken);
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
            : $"The trace is another than the recorded one ({string.Join(", ", differences)}): {CauseOf(input)}");
        return differences.IsEmpty ? ExitCode.Done : ExitCode.TestsFailed;
    }

    private static async Task<AnsweredQuestion> AnswerAsync(RecordedInput input, RecordSession session, CancellationToken cancellationToken)
    {
        try
        {
            if (input.Sources is { } sources)
            {
                await using var articles = KnowledgeBase.Of(sources.Articles, TimeProvider.System);
                return await Then(sources, articles, session.Settings).RunAsync(input.Question, ModelsPart.EngineOf(input), ModelsPart.RepliesOf(input), cancellationToken);
            }

            return await new Replay(session.Settings, session.Knowledge, input.Made).RunAsync(input.Question, ModelsPart.EngineOf(input), ModelsPart.RepliesOf(input), cancellationToken);
        }
        catch (UnknownArticleException gone)
        {
            throw new CommandError($"It cannot be replayed: {gone.Message} It was asked when there was one.");
        }
    }

    private static Replay Then(RecordedSources sources, KnowledgeBase articles, IConfiguration settings) => new(settings, articles, sources.Moment)
    {
        Replies = ReplyBook.Of(sources.Replies),
        Prompts = sources.Prompts,
        Settings = sources.Settings,
    };

    private static string CauseOf(RecordedInput input) => input.Sources switch
    {
        null => "articles, prompts or settings were changed since, or Bot was.",
        { IsOfThisProgram: false } => "it was made of the same articles, prompts and settings, but by another build of Bot.",
        _ => "it was made of the same articles, prompts and settings by the same build of Bot. Please report this.",
    };
}
