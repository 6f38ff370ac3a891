namespace Bot.Answering.Composing;

/// <summary>What came of having a follow-up question rewritten.</summary>
/// <param name="Question">The question as it reads alone; <see langword="null"/> when there is no history or no model, or when the model failed.</param>
/// <param name="Consultation">What the model was asked; <see langword="null"/> when it was not.</param>
internal sealed record Rewriting(string? Question, Consultation? Consultation)
{
    /// <summary>Nothing was rewritten.</summary>
    public static Rewriting None { get; } = new(null, null);
}
