namespace Bot.Discord.Tests.Hosting;

/// <summary>A clock that is ahead, and otherwise goes as all do.</summary>
internal sealed class LaterTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
