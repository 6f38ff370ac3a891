using System.CommandLine;
using Bot.Cli.Startup;
using Bot.Evaluation.Claims;
using Bot.Evaluation.Sets;

namespace Bot.Cli.Commands;

/// <summary><c>measure claims</c>: what the claim check catches, and where it is alarmed falsely.</summary>
internal static class MeasureClaimsCommand
{
    public static Command Create(Surroundings surroundings, Examples examples)
    {
        var folder = new Argument<string>("SETS_DIR") { Description = "The folder of NAME.articles.jsonl and NAME.questions.jsonl." };
        var sets = new Option<string?>("--sets") { Description = "Only these, such as 'squad,news'.", HelpName = "NAMES" };
        var seed = new Option<int>("--seed") { Description = "Decides which claims are made.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var tuned = new Option<bool>("--tuned") { Description = "The half of the articles that the check is tuned on, instead of the one held back." };
        var samples = new Option<int>("--samples") { Description = "Show so many claims of each kind, with what was said of them.", HelpName = "N" };
        var wrong = new Option<bool>("--wrong") { Description = "Of the samples, show only those that the check got wrong." };
        var command = new Command("claims", "Measure the claim check on sentences of the articles, reworded and corrupted by rules.") { folder, sets, seed, tuned, samples, wrong };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var names = (parsed.GetValue(sets) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var read = QuestionSet.Read(Path.GetFullPath(parsed.GetValue(folder)!, surroundings.Folder), [.. names], quick: false);
            var run = new ClaimsRun(parsed.GetValue(seed), parsed.GetValue(tuned) ? ArticleHalf.Tuned : ArticleHalf.HeldBack, parsed.GetValue(samples), parsed.GetValue(wrong));
            var measurement = new ClaimsMeasurement(Settings.Read(surroundings, []), new Told(surroundings.Error), run);
            await foreach (var line in measurement.RunAsync(read, cancellationToken))
            {
                surroundings.Out.WriteLine(line);
            }

            return ExitCode.Done;
        });
        examples.Add(command, "measure claims SETS_DIR --sets squad,news", "measure claims SETS_DIR --tuned --samples 5 --wrong");
        return command;
    }
}
