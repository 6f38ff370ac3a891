using System.CommandLine;
using Bot.Cli.Contract;
using Bot.Cli.Terminal;
using Bot.Cli.Testing;
using Bot.Evaluation.Cases.Comparing;

namespace Bot.Cli.Commands;

/// <summary><c>compare</c>: whether one of several prompts, models and settings is better than another over the same cases.</summary>
internal static class CompareCommand
{
    private const int Few = 2;

    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var options = new CaseOptions();
        var seed = new Option<int>("--seed") { Description = "Decides the draws: the same one, the same intervals.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("compare", "Run the cases with several prompts, models or settings, and say which differences are more than chance.") { seed };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CaseSession.OpenAsync(shared.Read(parsed), options.Read(parsed), surroundings, cancellationToken);
            if (session.Variants.Length < Few)
            {
                throw new CommandError("There is one variant, and nothing to compare it with: name two of --prompts, --model, --model-script or --set.");
            }

            var json = shared.Read(parsed).Json;
            if (session.EngineNote() is { } note)
            {
                (json ? surroundings.Error : surroundings.Out).WriteLine(note);
            }

            var report = await session.RunAsync(cancellationToken);
            var comparison = Comparison.Of(report, parsed.GetValue(seed));
            if (json)
            {
                surroundings.Out.WriteLine(ContractJson.Write(ComparisonLine.Of(comparison)));
            }
            else
            {
                new ComparisonView(Screen.Of(surroundings)).Show(comparison);
            }

            session.WriteHtml(report, comparison);
            return ExitCode.Done;
        });
        examples.Add(command, "compare --prompts prompts --prompts prompts-new --html report.html", "compare --model gpt-4.1-mini --model gpt-4.1 --prompt answer", "compare --set Answering:AnswerFrom=0.5 --set Answering:AnswerFrom=0.6");
        return command;
    }
}
