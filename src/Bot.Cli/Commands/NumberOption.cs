using System.CommandLine;
using System.Globalization;

namespace Bot.Cli.Commands;

/// <summary>Options that take a number within bounds.</summary>
internal static class NumberOption
{
    /// <summary>Refuses a number out of bounds, and names it.</summary>
    public static Option<int> Within(this Option<int> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            // What is no number at all is said by the parser, which throws when it is asked for the value here.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
            {
                result.AddError(most == int.MaxValue ? $"{option.Name} is {value}: it must be {least} or more." : $"{option.Name} is {value}: it must be {least} to {most}.");
            }
        });
        return option;
    }
}
