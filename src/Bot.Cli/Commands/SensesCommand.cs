using System.CommandLine;
using Bot.Evaluation.Training;

namespace Bot.Cli.Commands;

/// <summary><c>senses</c>: takes from WordNet what short answers ask of English words.</summary>
internal static class SensesCommand
{
    public static Command Create(Surroundings surroundings, Examples examples)
    {
        var folder = new Argument<string>("WORDNET_DIR") { Description = "The folder of WordNet's index.sense, noun.exc, verb.exc, adj.exc and LICENSE." };
        var command = new Command("senses", "Print how WordNet's words are used and what they stand for, as short answers are taught by.") { folder };
        command.SetAction(parsed =>
        {
            foreach (var line in WordNet.Senses(Path.GetFullPath(parsed.GetValue(folder)!, surroundings.Folder)))
            {
                surroundings.Out.Write(line + "\n");
            }

            return ExitCode.Done;
        });
        examples.Add(command, "senses WORDNET_DIR > src/Bot.Answering/Lexicons/Senses/en.txt");
        return command;
    }
}
