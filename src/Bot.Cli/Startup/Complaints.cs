using System.Collections.Immutable;
using Bot.Evaluation.Cases;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Cli.Startup;

/// <summary>What to say of an error to the person at the command line.</summary>
internal static class Complaints
{
    /// <summary>A line for each thing that is wrong: all settings at once.</summary>
    public static ImmutableArray<string> Of(Exception error) => error switch
    {
        CommandError mendable => [mendable.Message],
        ImportException refused => [refused.Message],
        OptionsValidationException settings => [.. SettingComplaints.Of(settings)],
        CasesException cases => [.. cases.Problems.Select(problem => problem.ToString())],
        AggregateException several => [.. several.InnerExceptions.SelectMany(inner => Of(inner)).Distinct()],
        InvalidDataException or IOException or UnauthorizedAccessException => [SettingComplaints.WithCauses(error)],
        _ => [$"Something unforeseen went wrong ({error.GetType().Name}): {error.Message} Please report it with the command you ran."],
    };
}
