namespace Bot.Host.Soak.Scaling;

/// <summary>What stands where.</summary>
/// <param name="Name">What is new in it.</param>
/// <param name="Hosts">Machines that answer.</param>
/// <param name="Partitions">PostgreSQL servers, each with a part of the conversations.</param>
/// <param name="Replicas">Further servers to each of them, for what only reads.</param>
/// <param name="Told">Whether each notice goes only to the host that wants it, and a sweep looks only for what nobody has; else to and for all.</param>
internal sealed record Layout(string Name, int Hosts, int Partitions, int Replicas, bool Told)
{
    /// <summary>Processors of a host.</summary>
    public const int HostProcessors = 4;

    /// <summary>Processors of a PostgreSQL server.</summary>
    public const int RecordProcessors = 16;

    private const double Full = 0.6;

    /// <summary>As many hosts as have time to spare at a rate.</summary>
    public static int HostsFor(double rate) => Math.Max(2, (int)Math.Ceiling(rate * Costs.Host / 1_000 / (HostProcessors * Full)));
}
