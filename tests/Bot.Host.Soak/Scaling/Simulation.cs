using System.Globalization;

namespace Bot.Host.Soak.Scaling;

/// <summary>
/// What breaks first when more is asked than was measured, on paper: a seeded simulation of single questions with measured costs, for what stands now
/// and for what could stand. It says nothing about what was not measured: networks between machines, cold caches, failures.
/// </summary>
internal static class Simulation
{
    private const double Measured = 50;
    private const int MostQuestions = 200_000;
    private const double DiscordRequests = 50;
    private const double DiscordShare = 0.1;
    private const int GuildsPerShard = 1_000;
    private const double GuildsPerQuestion = 100;
    private const double IdentifyEvery = 5;

    public static int Run(Arguments arguments)
    {
        var (seed, seconds) = (arguments.Number("--seed", 1), arguments.Number("--seconds", 20));
        Console.WriteLine(FormattableString.Invariant($"seed {seed}; a host has {Layout.HostProcessors} processors, a record {Layout.RecordProcessors}; a question costs {Costs.Host} ms on a host, {Costs.Record} ms in the record, {Costs.Commits} commits of {Costs.Sync} ms, {Costs.Notices} notices; a model takes {Costs.Model} ms"));
        Console.WriteLine();
        Console.WriteLine("| questions a second | layout | hosts | records | replicas each | connections a record | hosts' processors | lock connections | record's processors | beside the questions | replicas | disk syncs | added to the model, ms: p50 | p99 | |");
        Console.WriteLine("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
        foreach (var times in new[] { 1, 10, 100, 1_000 })
        {
            var rate = Measured * times;
            foreach (var layout in LayoutsFor(rate))
            {
                var outcome = new Run(layout, rate, seed).Of((int)Math.Min(MostQuestions, rate * seconds));
                Console.WriteLine($"| {rate:N0} | {layout.Name} | {layout.Hosts:N0} | {layout.Partitions} | {layout.Replicas} | {layout.Hosts * Costs.Connections:N0} | {outcome} |");
                if (outcome.Holds)
                {
                    break;
                }
            }
        }

        TellLimits();
        return 0;
    }

    // Each next one adds what the one before lacks.
    private static IEnumerable<Layout> LayoutsFor(double rate)
    {
        var hosts = Layout.HostsFor(rate);
        yield return new("as it is", hosts, 1, 0, Told: false);
        yield return new("told and swept by who wants it", hosts, 1, 0, Told: true);
        yield return new("and a replica that reads", hosts, 1, 1, Told: true);
        for (var partitions = 2; partitions <= 64; partitions *= 2)
        {
            yield return new($"and the record in {partitions} parts by conversation", hosts, partitions, 1, Told: true);
        }
    }

    private static void TellLimits()
    {
        Console.WriteLine();
        Console.WriteLine("| questions a second | tokens a minute, if a model answers all | requests to Discord a second, if a tenth is asked there by mention | guilds, at one question a second each hundred | shards | seconds until all are identified, 1 and 16 at once |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|");
        foreach (var times in new[] { 1, 10, 100, 1_000 })
        {
            var rate = Measured * times;
            var guilds = rate * DiscordShare * GuildsPerQuestion;
            var shards = Math.Max(1, Math.Ceiling(guilds / GuildsPerShard));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rate:N0} | {rate * Costs.Tokens * 60 / 1_000_000:N1} million | {rate * DiscordShare:N0} of {DiscordRequests:N0}{(rate * DiscordShare > DiscordRequests ? ", **too many**" : "")} | {guilds:N0} | {shards:N0} | {shards * IdentifyEvery:N0}, {Math.Ceiling(shards / 16) * IdentifyEvery:N0} |"));
        }
    }
}
