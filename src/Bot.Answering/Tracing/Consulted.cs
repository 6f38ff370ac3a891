namespace Bot.Answering.Tracing;

/// <summary>That a model was asked on the way to an answer, and what it wrote.</summary>
/// <param name="Prompt">The prompt, such as <c>answer</c> or <c>standalone-question</c>.</param>
/// <param name="Version">The prompt's version.</param>
/// <param name="Said">All that it wrote, thoughts and markup included; <see langword="null"/> when the request was turned down, or never sent.</param>
/// <param name="Ending">How its reply ended.</param>
public sealed record Consulted(string Prompt, string Version, string? Said, ReplyEnding Ending);

/// <summary>How a model's reply ended.</summary>
public enum ReplyEnding
{
    /// <summary>As it should.</summary>
    Whole,

    /// <summary>At its limit of tokens.</summary>
    Cut,

    /// <summary>It could not be used: it broke off, took too long, or had no words.</summary>
    Failed,
}
