using System.Collections.Immutable;
using Bot.Evaluation.Cases;
using Bot.Knowledge.Importing;
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
        OptionsValidationException settings => [.. settings.Failures.Select(failure => $"Settings: {failure}")],
        CasesException cases => [.. cases.Problems.Select(problem => problem.ToString())],
        AggregateException several => [.. several.InnerExceptions.SelectMany(inner => Of(inner)).Distinct()],
        InvalidDataException or IOException or UnauthorizedAccessException => [WithCauses(error)],
        _ => [$"Something unforeseen went wrong ({error.GetType().Name}): {error.Message} Please report it with the command you ran."],
    };

    // The configuration readers name the file outside and the place in it inside.
    private static string WithCauses(Exception error) => error.InnerException is { } cause ? $"{error.Message} {WithCauses(cause)}" : error.Message;
}
