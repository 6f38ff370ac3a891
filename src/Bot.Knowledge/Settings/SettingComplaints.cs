using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Settings;

/// <summary>What is said of settings that cannot be used, by the host and at the command line alike.</summary>
public static class SettingComplaints
{
    /// <summary>A line for each wrong setting of a section.</summary>
    /// <param name="wrong">The settings' error.</param>
    public static IEnumerable<string> Of(OptionsValidationException wrong) => wrong.Failures.Select(failure => $"Settings: {failure}");

    /// <summary>An error with what caused it: the readers of settings files name the file outside and the place in it inside.</summary>
    /// <param name="error">The error.</param>
    public static string WithCauses(Exception error) => error.InnerException is { } cause ? $"{error.Message} {WithCauses(cause)}" : error.Message;
}
