using System.CommandLine;
using System.Globalization;
using Bot.Cli.Startup;
using Bot.Evaluation.Cases.Comparing;

namespace Bot.Cli.Commands;

/// <summary><c>measure comparison</c>: how often <c>compare</c> finds a difference that is known to be there, and none where there is none.</summary>
internal static class MeasureComparisonCommand
{
    public static Command Create(Surroundings surroundings, Examples examples)
    {
        var seeds = new Option<int>("--seeds") { Description = "Try it with so many seeds.", HelpName = "COUNT", DefaultValueFactory = _ => 20 };
        seeds.Within(1, int.MaxValue);
        var command = new Command("comparison", "Measure how often 'compare' finds ten points between two scripted models, and says that there is no difference where there is none.") { seeds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var prompts = Settings.Read(surroundings, [])["Prompts:Path"] ?? "prompts";
            var figures = await new ComparisonMeasurement(Path.GetFullPath(prompts, surroundings.Folder)).RunAsync(parsed.GetValue(seeds), cancellationToken);
            surroundings.Out.WriteLine("| cases | seeds | ten points found | no difference shown where there is none |");
            surroundings.Out.WriteLine("|--:|--:|--:|--:|");
            surroundings.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {ComparisonMeasurement.Cases} | {figures.Seeds} | {figures.Found} | {figures.NoneShown} |"));
            return ExitCode.Done;
        });
        examples.Add(command, "measure comparison", "measure comparison --seeds 200");
        return command;
    }
}
