namespace Bot.Discord.Messages;

/// <summary>A thread from a message (https://discord.com/developers/docs/resources/channel#start-thread-from-message).</summary>
/// <param name="Name">Its name, plain text of 1 to 100 characters.</param>
internal sealed record NewThread(string Name)
{
    /// <summary>The longest name.</summary>
    public const int MostName = 100;

    /// <summary>After how many minutes without a message it is put away: a day.</summary>
    public int AutoArchiveDuration { get; } = 1440;
}
