namespace Bot.Answering.Models;

/// <summary>What came of asking the model.</summary>
internal abstract record ModelReply
{
    private ModelReply()
    {
    }

    /// <summary>What the model was sent, readable; <see langword="null"/> when it did not come to that.</summary>
    public string? RenderedPrompt { get; init; }

    /// <summary>What the call cost; <see langword="null"/> when none was made.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>All that came, usable or not; <see langword="null"/> when the request was turned down or never sent.</summary>
    public string? Wrote { get; init; }

    /// <summary>Whether it reached its limit of tokens.</summary>
    public bool IsCut { get; init; }

    /// <summary>Usable text.</summary>
    /// <param name="Text">Trimmed, never empty.</param>
    /// <param name="Raw">All that the model wrote.</param>
    internal sealed record Said(string Text, string Raw) : ModelReply;

    /// <summary>No usable text.</summary>
    internal sealed record Failed(ModelFailure Failure) : ModelReply;
}
