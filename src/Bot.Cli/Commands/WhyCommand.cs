using System.CommandLine;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;

namespace Bot.Cli.Commands;

/// <summary><c>why</c>: everything that led to an answer.</summary>
internal static class WhyCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var text = new Argument<string?>("QUESTION") { Description = "The question, in quotes.", Arity = ArgumentArity.ZeroOrOne };
        var replay = new Option<string?>("--replay") { Description = "Answer again as a recorded answer was made, and say whether the same comes of it.", HelpName = "ANSWER_ID" };
        var command = new Command("why", "Show what led to an answer: the search, the scores, the prompt, the claim check.") { text, replay };
        command.Validators.Add(result =>
        {
            if (result.GetValue(replay) is null == string.IsNullOrWhiteSpace(result.GetValue(text)))
            {
                result.AddError("'why' takes one question in quotes, or --replay ANSWER_ID: write one of the two.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(replay) is { } answerId)
            {
                return await Replaying.RunAsync(answerId, shared.Read(parsed), surroundings, cancellationToken);
            }

            await using var session = BotSession.Open(shared.Read(parsed), surroundings);
            var question = session.QuestionOf(parsed.GetValue(text)!);
            if (session.Choices.Json)
            {
                var (answer, trace) = await session.AskAsync(question, progress: null, cancellationToken);
                surroundings.Out.WriteLine(ContractJson.Write(TraceLine.Of(question, answer, trace)));
                return ExitCode.Of(answer);
            }

            session.SayWhetherThereIsAModel();
            var screen = Screen.Of(surroundings);
            var asked = await Waiting.ForAsync(screen, surroundings, progress => session.AskAsync(question, progress, cancellationToken));
            new TraceView(screen).Show(asked);
            return ExitCode.Of(asked.Answer);
        });
        examples.Add(command, "why \"When did Islamic State lose its last village in Syria?\"", "why \"How many people travelled on the tram on its first day?\" --json", "why --replay AZqv3kPucLqbV0eHt1xkUg");
        return command;
    }
}
