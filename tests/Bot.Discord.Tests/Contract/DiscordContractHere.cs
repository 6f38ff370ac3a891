namespace Bot.Discord.Tests.Contract;

internal sealed partial class DiscordContract
{
    /// <summary>The contract; the test is skipped when it is not at hand.</summary>
    public static DiscordContract Here
    {
        get
        {
            Assert.SkipWhen(Found.Value is null, $"{Path} is not at hand: Discord's description of its API is not ours to ship.");
            return Found.Value!;
        }
    }
}
