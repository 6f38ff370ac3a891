using Bot.Answering;
using Bot.Evaluation.Cases;
using Microsoft.Extensions.Options;

namespace Bot.Host.Desk;

/// <summary>What an editor is told of an error.</summary>
internal static class DeskComplaint
{
    /// <summary>Whether an editor can do something about it.</summary>
    public static bool IsMendable(Exception error) => error is CasesException or UnknownArticleException or OptionsValidationException or IOException or UnauthorizedAccessException;

    public static string Of(Exception error) => error switch
    {
        CasesException or UnknownArticleException or OptionsValidationException => error.Message,
        IOException or UnauthorizedAccessException => $"A file could not be read or written: {error.Message}",
        _ => $"That went wrong ({error.GetType().Name}). Try again; if it fails again, look at the host's log.",
    };
}
