namespace Bot.Host.Soak.Scaling;

/// <summary>Questions that come at random to a layout, each from step to step: a host, the record, its disk, the model, and back.</summary>
internal sealed class Run
{
    private const int Steps = 1 + (4 * Costs.Commits);
    private const int ModelAfter = 8;
    private const double Least = 0.01;

    private readonly Layout _layout;
    private readonly Random _random;
    private readonly Station[] _hosts;
    private readonly Station[] _locks;
    private readonly Station[] _records;
    private readonly Station[] _replicas;
    private readonly Disk[] _disks;
    private readonly double _rate;

    public Run(Layout layout, double rate, int seed)
    {
        (_layout, _rate, _random) = (layout, rate, new(seed));
        Beside = Beside.Of(layout, rate);
        _hosts = [.. Enumerable.Range(0, layout.Hosts).Select(_ => new Station("hosts", Layout.HostProcessors))];
        _locks = [.. Enumerable.Range(0, layout.Hosts).Select(_ => new Station("lock connections", 1))];
        _records = [.. Enumerable.Range(0, layout.Partitions).Select(_ => new Station("record", Layout.RecordProcessors))];
        _replicas = [.. Enumerable.Range(0, layout.Partitions).Select(_ => new Station("replicas", Math.Max(1, layout.Replicas) * Layout.RecordProcessors))];
        _disks = [.. Enumerable.Range(0, layout.Partitions).Select(_ => new Disk(Costs.Sync))];
    }

    /// <summary>Lets so many questions come.</summary>
    public Outcome Of(int questions)
    {
        var events = new PriorityQueue<Visit, double>();
        var added = new List<double>(questions);
        var (next, last) = (0.0, 0.0);
        Enter();
        while (events.TryDequeue(out var visit, out var now))
        {
            last = now;
            if (visit.Step == 0 && visit.Number < questions - 1)
            {
                Enter(visit.Number + 1);
            }

            if (visit.Step == Steps)
            {
                added.Add(now - visit.Came - Costs.Model);
                continue;
            }

            var step = visit.Step + 1;
            events.Enqueue(visit with { Step = step }, Serve(visit, now) + (step == ModelAfter ? Costs.Model : 0));
        }

        added.Sort();
        return new(added, Beside, Beside.Hosts + Load(_hosts, next), Beside.Locks + Load(_locks, next), Beside.Record + Load(_records, next), _layout.Replicas == 0 ? 0 : Load(_replicas, next), _disks.Average(disk => disk.Busy) / last);

        void Enter(int number = 0)
        {
            next += -Math.Log(1 - _random.NextDouble()) * 1_000 / _rate;
            events.Enqueue(new(number, next, 0, _random.Next(_layout.Hosts), _random.Next(_layout.Partitions)), next);
        }
    }

    private double Serve(Visit visit, double now)
    {
        return (visit.Step % 4) switch
        {
            0 => _hosts[visit.Host].Visit(now, Some(Costs.Host / (Costs.Commits + 1)), Left(Beside.Hosts)),
            1 => _locks[visit.Host].Visit(now, Some(Costs.Lock * 2 / Costs.Commits), Left(Beside.Locks)),
            2 => Read(visit, now),
            _ => _disks[visit.Partition].Visit(_records[visit.Partition].Visit(now, Some(Costs.Record * (1 - Costs.ReadShare) / Costs.Commits), Left(Beside.Record))),
        };
    }

    private double Read(Visit visit, double now) =>
        (_layout.Replicas > 0 ? _replicas : _records)[visit.Partition].Visit(now, Some(Costs.Record * Costs.ReadShare / Costs.Commits), _layout.Replicas > 0 ? 1 : Left(Beside.Record));

    /// <summary>What is done beside the questions: it takes its share of what serves, which is so much slower for it.</summary>
    private Beside Beside { get; }

    private static double Left(double beside) => Math.Max(Least, 1 - beside);

    // As long again now and then: exponential.
    private double Some(double mean) => -Math.Log(1 - _random.NextDouble()) * mean;

    private static double Load(Station[] stations, double length) => stations.Sum(station => station.Busy) / length / stations.Sum(station => station.Servers);

    private sealed record Visit(int Number, double Came, int Step, int Host, int Partition);
}
