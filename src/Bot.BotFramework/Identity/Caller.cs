using Bot.BotFramework.Activities;

namespace Bot.BotFramework.Identity;

/// <summary>Who sent an activity, as far as it is proven: what it may say is matched by <see cref="MaySend"/>.</summary>
internal abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>Whether the activity is the caller's to send, also where its answers are to go.</summary>
    public abstract bool MaySend(Activity activity, ServiceHosts hosts);

    /// <summary>A channel of Azure Bot Service.</summary>
    /// <param name="ServiceUrl">The only address for answers.</param>
    /// <param name="Channels">The channels that its key may sign for.</param>
    public sealed record Channel(string ServiceUrl, string[] Channels) : Caller
    {
        public override bool MaySend(Activity activity, ServiceHosts hosts) =>
            string.Equals(activity.ServiceUrl, ServiceUrl, StringComparison.Ordinal) && Channels.Contains(activity.ChannelId, StringComparer.Ordinal);
    }

    /// <summary>An application with a token of Microsoft Entra.</summary>
    /// <param name="ServiceUrl">The only address for answers, if its token says one.</param>
    public sealed record Application(string? ServiceUrl) : Caller
    {
        public override bool MaySend(Activity activity, ServiceHosts hosts) =>
            ServiceUrl is null ? hosts.MayGetToken(activity.ServiceUrl) : string.Equals(activity.ServiceUrl, ServiceUrl, StringComparison.Ordinal);
    }

    /// <summary>A developer on this machine.</summary>
    public sealed record Loopback : Caller
    {
        public override bool MaySend(Activity activity, ServiceHosts hosts) => ServiceHosts.IsLoopback(activity.ServiceUrl);
    }
}
