using System.CommandLine;
using Bot.Cli.Startup;
using Bot.Evaluation.Measuring;
using Bot.Evaluation.Sets;

namespace Bot.Cli.Commands;

/// <summary><c>measure</c>: how well, and how fast, questions of public sets are answered without a model.</summary>
internal static class MeasureCommand
{
    public static Command Create(Surroundings surroundings, Examples examples)
    {
        var command = new Command("measure", "Measure answers to questions whose answers are known, and print a Markdown table.")
        {
            MeasureAnswersCommand.Create(surroundings, examples),
            Speed(surroundings, examples),
            MeasureClaimsCommand.Create(surroundings, examples),
            MeasureComparisonCommand.Create(surroundings, examples),
        };
        examples.Add(command, "measure answers SETS_DIR --sets squad,news", "measure speed SETS_DIR");
        return command;
    }

    private static Command Speed(Surroundings surroundings, Examples examples)
    {
        var folder = new Argument<string>("SETS_DIR") { Description = "The folder of NAME.articles.jsonl and NAME.questions.jsonl." };
        var sets = new Option<string?>("--sets") { Description = "Only these, such as 'squad,news'.", HelpName = "NAMES" };
        var quick = new Option<bool>("--quick") { Description = "Only the questions marked for a quick look." };
        var command = new Command("speed", "Measure how long an answer takes, over one article and over 10,000 passages, beside one bare search.") { folder, sets, quick };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var names = (parsed.GetValue(sets) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var read = QuestionSet.Read(Path.GetFullPath(parsed.GetValue(folder)!, surroundings.Folder), [.. names], parsed.GetValue(quick));
            var measurement = new SpeedMeasurement(Settings.Read(surroundings, []), new Told(surroundings.Error));
            await foreach (var line in measurement.RunAsync(read, cancellationToken))
            {
                surroundings.Out.WriteLine(line);
            }

            return ExitCode.Done;
        });
        examples.Add(command, "measure speed SETS_DIR --quick");
        return command;
    }
}
