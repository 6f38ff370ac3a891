using Bot.Answering;
using Bot.Evaluation.Cases;
using Microsoft.Extensions.Options;

namespace Bot.Host.Desk;

/// <summary>What an editor is told of an error.</summary>
internal static class DeskComplaint
{
    public static string Of(Exception error) => error switch
    {
        CasesException or UnknownArticleException or OptionsValidationException => error.Message,
        IOException or UnauthorizedAccessException => $"A file could not be read or written: {error.Message}",
        _ => $"That went wrong ({error.GetType().Name}). Try again; if it fails again, look at the host's log.",
    };
}
