namespace Bot.Answering.Judging;

/// <summary>What a model thinks of an answer.</summary>
public abstract record Opinion
{
    private Opinion()
    {
    }

    /// <summary>The answer meets the criterion, or does not.</summary>
    /// <param name="Meets">Whether it does.</param>
    /// <param name="Reason">Why, in the model's words; may be empty.</param>
    public sealed record Given(bool Meets, string Reason) : Opinion;

    /// <summary>There is no opinion.</summary>
    /// <param name="Why">What is missing, and the cure.</param>
    public sealed record Missing(string Why) : Opinion;
}
