using System.CommandLine;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Conversations.Corrections;

namespace Bot.Cli.Commands;

/// <summary><c>corrections</c>: the answers whose cited words were edited since, and what an editor decides of them.</summary>
internal static class CorrectionsCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var most = MostOption.Create();
        var command = new Command("corrections", "List the answers whose cited words were edited since, and decide what their readers are told.") { most };
        command.Add(Approve(shared, surroundings, examples));
        command.Add(Minor(shared, surroundings, examples));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await RecordSession.OpenAsync(shared.Read(parsed), surroundings);
            await session.ObserveArticlesAsync(cancellationToken);
            var corrections = await session.Corrections.ListAsync(CorrectionState.Found, parsed.GetValue(most), cancellationToken);
            if (!session.Choices.Json)
            {
                new CorrectionsView(Screen.Of(surroundings)).Show(corrections);
                return ExitCode.Done;
            }

            foreach (var correction in corrections)
            {
                surroundings.Out.WriteLine(ContractJson.Write(CorrectionLine.Of(correction)));
            }

            return ExitCode.Done;
        });
        examples.Add(command, "corrections", "corrections --json", "corrections approve ID --wording \"seven people were killed, not five\"", "corrections minor ID");
        return command;
    }

    private static Command Approve(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var wording = new Option<string?>("--wording") { Description = "What readers are told after \"Corrected on DATE: \"; without it, the old and the new words.", HelpName = "WORDS" };
        wording.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string?>()))
            {
                result.AddError("--wording is empty: write what readers are told, or leave it out.");
            }
        });
        var command = Decision(
            "approve",
            "Have the readers of these answers told, once.",
            "Approved. The host tells the readers while it runs.",
            (parsed, corrections, id, by, token) => corrections.ApproveAsync(id, parsed.GetValue(wording), by, token),
            shared,
            surroundings);
        command.Add(wording);
        examples.Add(command, "corrections approve ID", "corrections approve ID --wording \"seven people were killed, not five\"");
        return command;
    }

    private static Command Minor(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var command = Decision(
            "minor",
            "Mark the edit as minor: nobody is told.",
            "Minor. Nobody is told.",
            (_, corrections, id, by, token) => corrections.MarkMinorAsync(id, by, token),
            shared,
            surroundings);
        examples.Add(command, "corrections minor ID");
        return command;
    }

    private static Command Decision(
        string name,
        string description,
        string done,
        Func<ParseResult, AnswerCorrections, Guid, string, CancellationToken, Task<bool>> decide,
        SharedOptions shared,
        Surroundings surroundings)
    {
        var id = new Argument<string>("ID") { Description = "The correction; 'corrections' lists them." };
        var by = new Option<string>("--by") { Description = "Who decides.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command(name, description) { id, by };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var text = parsed.GetValue(id)!;
            await using var session = await RecordSession.OpenAsync(shared.Read(parsed), surroundings);

            // What is decided must be what the article says now.
            await session.ObserveArticlesAsync(cancellationToken);
            if (!Guid.TryParse(text, out var correction) || !await decide(parsed, session.Corrections, correction, parsed.GetValue(by)!, cancellationToken))
            {
                throw new CommandError($"There is no open correction '{text}': 'Bot.Cli corrections' lists them.");
            }

            Screen.Of(surroundings).Line(done);
            return ExitCode.Done;
        });
        return command;
    }
}
