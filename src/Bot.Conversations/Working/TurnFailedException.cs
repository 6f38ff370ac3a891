namespace Bot.Conversations.Working;

/// <summary>Answering a turn failed; it waits in the record for its next attempt.</summary>
/// <param name="attempts">How often it was tried.</param>
internal sealed class TurnFailedException(int attempts) : Exception($"Answering failed {attempts} times.")
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    /// <summary>How long to wait for the next attempt.</summary>
    public TimeSpan Wait { get; } = First * Math.Pow(2, Math.Min(attempts - 1, 6));
}
