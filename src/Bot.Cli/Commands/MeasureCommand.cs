using System.Collections.Immutable;
using System.CommandLine;
using Bot.Cli.Startup;
using Bot.Evaluation.Measuring;
using Bot.Evaluation.Sets;
using Microsoft.Extensions.Configuration;

namespace Bot.Cli.Commands;

/// <summary><c>measure</c>: how well, and how fast, questions of public sets are answered without a model.</summary>
internal static class MeasureCommand
{
    public static Command Create(Surroundings surroundings, Examples examples)
    {
        var command = new Command("measure", "Measure answers to questions whose answers are known, and print a Markdown table.")
        {
            Measure(
                "answers",
                "Measure whether they are right, and refused only where they should be: each question with refusing and without.",
                surroundings,
                examples,
                (settings, heldBack, progress) => new AnswersMeasurement(settings, heldBack, progress).RunAsync),
            Measure(
                "speed",
                "Measure how long an answer takes, over one article and over 10,000 passages, beside one bare search.",
                surroundings,
                examples,
                (settings, _, progress) => new SpeedMeasurement(settings, progress).RunAsync),
            MeasureClaimsCommand.Create(surroundings, examples),
            MeasureComparisonCommand.Create(surroundings, examples),
        };
        examples.Add(command, "measure answers SETS_DIR --sets squad,news", "measure speed SETS_DIR");
        return command;
    }

    private delegate IAsyncEnumerable<string> Run(ImmutableArray<QuestionSet> sets, CancellationToken cancellationToken);

    private static Command Measure(
        string name, string description, Surroundings surroundings, Examples examples, Func<IConfiguration, string?, IProgress<string>, Run> measurement)
    {
        var folder = new Argument<string>("SETS_DIR") { Description = "The folder of NAME.articles.jsonl and NAME.questions.jsonl." };
        var sets = new Option<string?>("--sets") { Description = "Only these, such as 'squad,news'.", HelpName = "NAMES" };
        var quick = new Option<bool>("--quick") { Description = "Only the questions marked for a quick look." };
        var heldBack = new Option<string?>("--held-back")
        {
            Description = "Answer what is asked of each article by what 'train --out FOLDER' learned without it; else the shipped files answer, which have seen it.",
            HelpName = "FOLDER",
        };
        var command = new Command(name, description) { folder, sets, quick, heldBack };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var names = (parsed.GetValue(sets) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var read = QuestionSet.Read(Path.GetFullPath(parsed.GetValue(folder)!, surroundings.Folder), [.. names], parsed.GetValue(quick));
            var run = measurement(Settings.Read(surroundings, []), FolderOf(parsed.GetValue(heldBack), surroundings), new Told(surroundings.Error));
            await foreach (var line in run(read, cancellationToken))
            {
                surroundings.Out.WriteLine(line);
            }

            return ExitCode.Done;
        });
        examples.Add(command, $"measure {name} SETS_DIR --quick");
        return command;
    }

    private static string? FolderOf(string? heldBack, Surroundings surroundings) => heldBack is null ? null : Path.GetFullPath(heldBack, surroundings.Folder);
}
