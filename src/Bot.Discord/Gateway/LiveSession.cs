namespace Bot.Discord.Gateway;

/// <summary>A session with what has come of it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="ResumeUrl">Where it is taken up.</param>
/// <param name="Sequences">Its events.</param>
internal sealed record LiveSession(string Id, string ResumeUrl, Sequences Sequences)
{
    /// <summary>As it is kept.</summary>
    public GatewaySession Kept => new(Id, ResumeUrl, Sequences.Done);

    /// <summary>Takes up one that was kept.</summary>
    public static LiveSession? Of(GatewaySession? kept) => kept is null ? null : new(kept.Id, kept.ResumeUrl, new(kept.Sequence));
}
