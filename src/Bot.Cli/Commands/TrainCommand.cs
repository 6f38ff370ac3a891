using System.CommandLine;
using Bot.Cli.Startup;
using Bot.Evaluation.Sets;
using Bot.Evaluation.Training;

namespace Bot.Cli.Commands;

/// <summary><c>train</c>: learns from public question sets how to answer.</summary>
internal static class TrainCommand
{
    public static Command Create(Surroundings surroundings, Examples examples)
    {
        var folder = new Argument<string>("SETS_DIR") { Description = "The folder of NAME.articles.jsonl and NAME.questions.jsonl." };
        var output = new Option<string>("--out") { Description = "Where the files go.", HelpName = "FOLDER", Required = true };
        var command = new Command("train", "Learn from question sets how to rank sentences and when to refuse, and print what held-back articles show.") { folder, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var sets = QuestionSet.Read(Path.GetFullPath(parsed.GetValue(folder)!, surroundings.Folder), AnsweringTraining.Allowed, quick: false);
            var training = new AnsweringTraining(Settings.Read(surroundings, []), surroundings.Time, new Told(surroundings.Error));
            await foreach (var line in training.RunAsync(sets, Path.GetFullPath(parsed.GetValue(output)!, surroundings.Folder), cancellationToken))
            {
                surroundings.Out.WriteLine(line);
            }

            return ExitCode.Done;
        });
        examples.Add(command, "train SETS_DIR --out learned");
        return command;
    }
}
