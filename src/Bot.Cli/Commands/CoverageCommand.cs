using System.CommandLine;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Cli.Testing;
using Bot.Evaluation.Cases.Covering;

namespace Bot.Cli.Commands;

/// <summary><c>coverage</c>: which passages no test question reaches, and what an edit touches before it is published.</summary>
internal static class CoverageCommand
{
    private static readonly string Kept = Path.Combine("data", "kept");

    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var options = new CaseOptions();
        var before = new Option<string?>("--before") { Description = "The articles as they were, in another folder; without it, those kept by --keep.", HelpName = "PATH" };
        var keep = new Option<bool>("--keep") { Description = "Keep the articles as they are now: later edits are compared with them." };
        var command = new Command("coverage", "Show which passages no test question reaches, and which cases and recorded answers an edit touches before it is published.") { before, keep };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (choices, kept) = (shared.Read(parsed), new KeptArticles(Path.GetFullPath(Kept, surroundings.Folder)));
            await using var session = await CaseSession.OpenAsync(choices, options.Read(parsed), surroundings, cancellationToken);
            var earlier = parsed.GetValue(before) is { } path ? Existing(Path.GetFullPath(path, surroundings.Folder), path) : kept.Path;
            var covered = await session.CoverAsync(earlier, cancellationToken) with { Answers = await ForeseeAsync(choices, surroundings, cancellationToken) };
            if (choices.Json)
            {
                surroundings.Out.WriteLine(ContractJson.Write(CoverageLine.Of(covered)));
            }
            else
            {
                new CoverageView(Screen.Of(surroundings)).Show(covered);
            }

            session.WriteHtml(covered.Report, comparison: null);
            if (parsed.GetValue(keep))
            {
                var count = kept.Keep(session.KnowledgePath);
                surroundings.Error.WriteLine($"Kept {count} files of articles as they are now: later edits are compared with them.");
            }

            return ExitCode.Done;
        });
        examples.Add(command, "coverage", "coverage --keep", "coverage --before ../published/knowledge --json");
        return command;
    }

    // Where no host ever kept a record, no reader has an answer.
    private static async Task<ForeseenAnswers> ForeseeAsync(SharedChoices choices, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var (session, path) = await RecordSession.OpenIfThereAsync(choices, surroundings);
        if (session is null)
        {
            return new([], path);
        }

        await using (session)
        {
            return new(await session.ForeseeAsync(cancellationToken), Missing: null);
        }
    }

    private static string Existing(string path, string written) => Path.Exists(path)
        ? path
        : throw new CommandError($"There is no folder or file of articles '{written}': name the articles as they were, or leave --before out.");
}
