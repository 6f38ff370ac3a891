using System.CommandLine;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Evaluation.Measuring;
using Bot.Evaluation.Sets;
using Bot.Evaluation.Training;

namespace Bot.Cli.Commands;

/// <summary><c>measure answers</c>: how well questions of public sets are answered without a model, and which are answered wrongly.</summary>
internal static class MeasureAnswersCommand
{
    public static Command Create(Surroundings surroundings, Examples examples)
    {
        var folder = new Argument<string>("SETS_DIR") { Description = "The folder of NAME.articles.jsonl and NAME.questions.jsonl." };
        var sets = new Option<string?>("--sets") { Description = "Only these, such as 'squad,news'.", HelpName = "NAMES" };
        var quick = new Option<bool>("--quick") { Description = "Only the questions marked for a quick look." };
        var heldBack = new Option<string?>("--held-back")
        {
            Description = "Answer what is asked of each article by what 'train --out FOLDER' learned without it; else the shipped files answer, which have seen it.",
            HelpName = "FOLDER",
        };
        var fold = new Option<int>("--fold") { Description = "Of the sets that are trained on, ask only of the articles of one fold.", HelpName = "N" }
            .Within(0, AnswersRun.Folds - 1);
        var wrong = new Option<int>("--wrong") { Description = "Show so many wrong answers of each set. Report no figures of what you looked at once you tune.", HelpName = "N" }
            .Within(0, int.MaxValue);
        var seed = new Option<int>("--seed") { Description = "Decides which wrong answers are shown.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("answers", "Measure whether they are right, and refused only where they should be: each question with refusing and without.")
        {
            folder, sets, quick, heldBack, fold, wrong, seed,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var names = (parsed.GetValue(sets) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var read = QuestionSet.Read(Path.GetFullPath(parsed.GetValue(folder)!, surroundings.Folder), [.. names], parsed.GetValue(quick));
            var learned = parsed.GetValue(heldBack) is { } path ? LearnedIn(path, surroundings) : null;
            var run = new AnswersRun(learned, parsed.GetResult(fold) is null ? null : parsed.GetValue(fold), parsed.GetValue(wrong), parsed.GetValue(seed));
            await foreach (var line in new AnswersMeasurement(Settings.Read(surroundings, []), new Told(surroundings.Error), run).RunAsync(read, cancellationToken))
            {
                surroundings.Out.WriteLine(PlainWords.OnOneLine(line));
            }

            return ExitCode.Done;
        });
        examples.Add(command, "measure answers SETS_DIR --quick", "measure answers SETS_DIR --sets squad --held-back FOLDER --fold 4 --wrong 30");
        return command;
    }

    private static string LearnedIn(string path, Surroundings surroundings) =>
        Path.GetFullPath(path, surroundings.Folder) is var folder && AnsweringTraining.HasHeldBack(folder)
            ? folder
            : throw new CommandError($"'{path}' does not hold what was learned without each fold: make it with 'Bot.Cli train SETS_DIR --out {path}'.");
}
