namespace Bot.Evaluation.Claims;

/// <summary>A claim of which it is known whether its passages support it.</summary>
/// <param name="Kind">How it was made.</param>
/// <param name="IsFaithful">Whether they support it.</param>
/// <param name="Text">The claim.</param>
/// <param name="Source">The sentence it was made of.</param>
internal sealed record NoisyClaim(string Kind, bool IsFaithful, string Text, SourceSentence Source)
{
    /// <summary>Whether the sentence was reworded before it was corrupted.</summary>
    public bool IsReworded { get; init; }

    public string Language => Source.Article.Language;
}
