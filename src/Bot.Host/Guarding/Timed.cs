namespace Bot.Host.Guarding;

/// <summary>The policies for how long a request may take.</summary>
internal static class Timed
{
    /// <summary>Waits for an answer.</summary>
    public const string Answer = "answer";
}
