namespace Bot.Host.Soak.Scaling;

/// <summary>The share of what serves that is used beside the questions: notices that are heard, sweeps, and locks that are tried in vain.</summary>
/// <param name="Hosts">Of the hosts' processors.</param>
/// <param name="Locks">Of the connections that hold locks.</param>
/// <param name="Record">Of the record's processors.</param>
internal sealed record Beside(double Hosts, double Locks, double Record)
{
    // Where a sweep looks only for what nobody has, it finds next to nothing.
    private const double Unheld = 0.1;

    public static Beside Of(Layout layout, double rate)
    {
        // Conversations that are open at a time, by Little's law: each host's sweep looks at all of them, and tries those that others have.
        var open = rate * Costs.Model / 1_000;
        var others = (double)(layout.Hosts - 1) / layout.Hosts;
        var heard = rate * Costs.Notices * Costs.Heard;
        var tried = layout.Told ? 0 : open * others;
        var swept = layout.Hosts * open * Costs.Swept * (layout.Told ? Unheld : 1);
        return new(
            (layout.Told ? heard / layout.Hosts : heard) / 1_000 / Layout.HostProcessors,
            tried * Costs.Lock / 1_000,
            ((heard * (layout.Told ? 1 : layout.Hosts)) + swept + (tried * layout.Hosts * Costs.Tried)) / 1_000 / (layout.Partitions * Layout.RecordProcessors));
    }
}
