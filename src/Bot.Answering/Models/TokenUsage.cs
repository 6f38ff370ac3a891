namespace Bot.Answering.Models;

/// <summary>What a call of the model cost.</summary>
/// <param name="Input">Tokens of the prompt.</param>
/// <param name="Output">Tokens of the reply, reasoning included.</param>
/// <param name="Estimated">Whether the endpoint told nothing and the numbers are Bot's estimate.</param>
public sealed record TokenUsage(int Input, int Output, bool Estimated)
{
    /// <summary>Tokens in and out.</summary>
    public long Total => (long)Input + Output;
}
