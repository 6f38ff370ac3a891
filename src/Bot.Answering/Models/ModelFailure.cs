namespace Bot.Answering.Models;

/// <summary>Why the model gave no usable text.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Reason">For operators: status, endpoint and cure; never a reader's words, the endpoint's own text, or the key.</param>
internal sealed record ModelFailure(ModelFailureKind Kind, string Reason);

/// <summary>What can go wrong with a model.</summary>
internal enum ModelFailureKind
{
    /// <summary>No connection: name not found, refused, TLS.</summary>
    Unreachable,

    /// <summary>The key is missing, wrong, or not allowed this.</summary>
    Unauthorized,

    /// <summary>The address or the model does not exist.</summary>
    NotFound,

    /// <summary>Too many requests, or no quota left.</summary>
    RateLimited,

    /// <summary>The endpoint is broken or overloaded.</summary>
    ServerError,

    /// <summary>The endpoint refuses this request.</summary>
    Rejected,

    /// <summary>No token, or no end, in time.</summary>
    TimedOut,

    /// <summary>It failed so often that it is left alone for a while.</summary>
    CircuitOpen,

    /// <summary>The stream ended before the reply did.</summary>
    CutOff,

    /// <summary>The endpoint's content filter stopped it.</summary>
    Filtered,

    /// <summary>The reply is empty or not what the protocol says.</summary>
    Unusable,

    /// <summary>The tokens of the day or the conversation are spent.</summary>
    OverBudget,

    /// <summary>The prompt's files cannot be used.</summary>
    BrokenPrompt,
}
