namespace Bot.Conversations.Working;

/// <summary>The permission to send where a repeat would be shown twice: taken from the record before each try, so that nobody else sends.</summary>
/// <param name="Take">Takes it; <see langword="false"/> when somebody else has it.</param>
/// <param name="GiveBack">Gives it back: the try was certainly not shown.</param>
internal sealed record SendPermit(Func<CancellationToken, Task<bool>> Take, Func<CancellationToken, Task<bool>> GiveBack);
