namespace Bot.Answering.Tracing;

/// <summary>A stage an answer has reached, for progress shown to readers.</summary>
public abstract record AnswerStage
{
    private AnswerStage()
    {
    }

    /// <summary>The passages are found.</summary>
    /// <param name="Articles">How many articles they are in.</param>
    /// <param name="Passages">How many passages there are.</param>
    public sealed record Searched(int Articles, int Passages) : AnswerStage;

    /// <summary>The text is composed and not yet checked.</summary>
    /// <param name="Sentences">How many sentences it has.</param>
    public sealed record Composed(int Sentences) : AnswerStage;

    /// <summary>The claims are checked; the answer follows.</summary>
    /// <param name="Supported">How many sentences are supported.</param>
    public sealed record Checked(int Supported) : AnswerStage;
}
