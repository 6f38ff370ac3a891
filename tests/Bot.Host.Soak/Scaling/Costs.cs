namespace Bot.Host.Soak.Scaling;

/// <summary>What one question costs, as it was measured; docs/scaling.md says where each figure is from.</summary>
internal static class Costs
{
    /// <summary>Processor on the host, in ms.</summary>
    public const double Host = 10;

    /// <summary>Processor in PostgreSQL, in ms, without what grows with the number of hosts.</summary>
    public const double Record = 6;

    /// <summary>The share of <see cref="Record"/> that only reads and could be asked of a replica.</summary>
    public const double ReadShare = 0.25;

    /// <summary>Commits that wait for the disk.</summary>
    public const int Commits = 4;

    /// <summary>A sync of the disk, in ms; all who wait share the next one.</summary>
    public const double Sync = 3.5;

    /// <summary>Notices; each reaches every host.</summary>
    public const int Notices = 3;

    /// <summary>What a notice costs the host that hears it, and PostgreSQL to hand it there, in ms.</summary>
    public const double Heard = 0.015;

    /// <summary>A lock taken or given back on the one connection of a host that holds them, in ms.</summary>
    public const double Lock = 0.15;

    /// <summary>What a lock tried in vain costs PostgreSQL, in ms.</summary>
    public const double Tried = 0.05;

    /// <summary>What the sweep of a host, once a second, costs PostgreSQL for each open conversation, in ms.</summary>
    public const double Swept = 0.002;

    /// <summary>How long a model takes, in ms.</summary>
    public const double Model = 2_000;

    /// <summary>Tokens of a question to a model, in and out.</summary>
    public const double Tokens = 1_500;

    /// <summary>Connections of a host to PostgreSQL.</summary>
    public const int Connections = 42;
}
