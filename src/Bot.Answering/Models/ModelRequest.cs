namespace Bot.Answering.Models;

/// <summary>What a request to the model is sent for: a handler added by <see cref="ModelHandlers"/> can tell one from another by it.</summary>
/// <param name="Prompt">The prompt's folder, such as <c>answer</c>.</param>
/// <param name="Conversation">The conversation that asks; <see langword="null"/> when the question stands alone.</param>
public sealed record ModelRequest(string Prompt, string? Conversation)
{
    // It flows with the call into the client's handlers, which are given nothing but the HTTP request.
    private static readonly AsyncLocal<ModelRequest?> Flowing = new();

    /// <summary>The request that this code runs for; <see langword="null"/> outside of one.</summary>
    public static ModelRequest? Current
    {
        get => Flowing.Value;
        internal set => Flowing.Value = value;
    }
}
