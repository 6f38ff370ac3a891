using System.CommandLine;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;

namespace Bot.Cli.Commands;

/// <summary><c>unanswered</c>: what readers ask that no article answers.</summary>
internal static class UnansweredCommand
{
    private const int DefaultDays = 30;
    private const int MostDays = 3650;

    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var days = new Option<int>("--days") { Description = "Only the questions of the last days.", HelpName = "COUNT", DefaultValueFactory = _ => DefaultDays };
        days.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() is < 1 or > MostDays)
            {
                result.AddError($"--days must be 1 to {MostDays}.");
            }
        });
        var command = new Command("unanswered", "List what readers ask that no article answers, like questions together, the most asked first.") { days };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await RecordSession.OpenAsync(shared.Read(parsed), surroundings);
            var groups = await session.Feedback.UnansweredAsync(surroundings.Time.GetUtcNow().AddDays(-parsed.GetValue(days)), cancellationToken);
            if (!session.Choices.Json)
            {
                new UnansweredView(Screen.Of(surroundings)).Show(groups);
                return ExitCode.Done;
            }

            foreach (var group in groups)
            {
                surroundings.Out.WriteLine(ContractJson.Write(UnansweredLine.Of(group)));
            }

            return ExitCode.Done;
        });
        examples.Add(command, "unanswered", "unanswered --days 7 --json");
        return command;
    }
}
