using System.Globalization;

namespace Bot.Host.Soak.Scaling;

/// <summary>What came of a run.</summary>
/// <param name="Added">What each question waited beyond the model, in ms, sorted.</param>
/// <param name="Beside">What was done beside the questions.</param>
/// <param name="Hosts">How much of the hosts' processors was asked for, all included: more than there is, where it breaks.</param>
/// <param name="Locks">Of the connections that hold locks.</param>
/// <param name="Record">Of the record's processors.</param>
/// <param name="Replicas">Of the replicas' processors.</param>
/// <param name="Disk">Of the disks' time.</param>
internal sealed record Outcome(List<double> Added, Beside Beside, double Hosts, double Locks, double Record, double Replicas, double Disk)
{
    private const double Full = 0.95;

    private IEnumerable<(string Name, double Share)> Shares =>
        [("hosts", Hosts), ("lock connections", Locks), ("record's processors", Record), ("replicas", Replicas)];

    /// <summary>Whether the layout carries the questions; a disk that always syncs does, since all who wait share the next one.</summary>
    public bool Holds => Shares.All(share => share.Share < Full);

    /// <summary>What is fullest, or full.</summary>
    public string Fullest => Shares.MaxBy(share => share.Share).Name;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Hosts:P0} | {Locks:P0} | {Record:P0} | {Beside.Record:P0} | {Replicas:P0} | {Disk:P0} | {(Holds ? $"{At(0.5):N0} | {At(0.99):N0}" : "grows | grows")} | {(Holds ? $"carries it; fullest: {Fullest}" : $"**breaks: {Fullest}**")}");

    private double At(double part) => Added[Math.Min(Added.Count - 1, (int)(Added.Count * part))];
}
