using System.CommandLine;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Conversations.Records;

namespace Bot.Cli.Commands;

/// <summary><c>feedback</c>: what readers think of answers.</summary>
internal static class FeedbackCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var down = new Option<bool>("--down") { Description = "Only what readers found bad." };
        var toTest = new Option<string?>("--to-test") { Description = "Write this answer as a test case (YAML) for an editor to complete.", HelpName = "ANSWER_ID" };
        var most = MostOption.Create();
        var command = new Command("feedback", "List what readers think of answers, newest first.") { down, toTest, most };
        command.Validators.Add(result =>
        {
            if (result.GetValue(toTest) is not null && shared.IsJson(result))
            {
                result.AddError("--to-test writes YAML: leave --json out.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await RecordSession.OpenAsync(shared.Read(parsed), surroundings);
            return parsed.GetValue(toTest) is { } answer
                ? await WriteTestCaseAsync(session, answer, surroundings, cancellationToken)
                : await ListAsync(session, parsed.GetValue(down), parsed.GetValue(most), surroundings, cancellationToken);
        });
        examples.Add(command, "feedback", "feedback --down --json", "feedback --to-test AZqv3kPucLqbV0eHt1xkUg >> bad-answers.yaml");
        return command;
    }

    private static async Task<int> ListAsync(RecordSession session, bool down, int most, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var feedback = await session.Feedback.ListAsync(down ? false : null, most, cancellationToken);
        if (!session.Choices.Json)
        {
            new FeedbackView(Screen.Of(surroundings)).Show(feedback);
            return ExitCode.Done;
        }

        foreach (var given in feedback)
        {
            surroundings.Out.WriteLine(ContractJson.Write(FeedbackLine.Of(given)));
        }

        return ExitCode.Done;
    }

    private static async Task<int> WriteTestCaseAsync(RecordSession session, string answer, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var testCase = TurnId.TryParse(answer, out var turn) ? await session.Feedback.TestCaseAsync(turn, cancellationToken) : null;
        if (testCase is null)
        {
            throw new CommandError($"The record has no answer '{answer}' (any more): 'Bot.Cli feedback' lists those that readers judged.");
        }

        surroundings.Out.Write(PlainWords.Of(testCase));
        return ExitCode.Done;
    }
}
