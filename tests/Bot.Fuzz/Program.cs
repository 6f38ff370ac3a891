using System.Globalization;
using Bot.Fuzz;
using Bot.Fuzz.Running;

var arguments = new Arguments(args);
switch (args.FirstOrDefault())
{
    case "list":
        foreach (var name in TargetList.Names)
        {
            await using var target = TargetList.Make(name);
            Console.WriteLine($"{name,-14}{target.Target.Promise}");
        }

        return 0;
    case "run" when args.Length > 1 && TargetList.Chosen(args[1]) is { Count: > 0 } chosen:
        var faults = 0;
        foreach (var name in chosen)
        {
            var seed = arguments.Number("--seed", Random.Shared.Next());
            Console.WriteLine($"{name}: seed {seed}");
            await using var target = TargetList.Make(name);
            faults += await new FuzzRun(target.Target, seed, arguments.Folder).RunAsync(TimeSpan.FromMinutes(arguments.Minutes), CancellationToken.None);
        }

        return faults == 0 ? 0 : 1;
    case "replay" when args.Length > 2 && TargetList.Chosen(args[1]) is [var replayed] && File.Exists(args[2]):
        await using (var target = TargetList.Make(replayed))
        {
            var outcome = await Outcome.OfAsync(target.Target, await File.ReadAllBytesAsync(args[2]), CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Took.TotalMilliseconds:F0} ms: {outcome.Fault ?? "no fault"} {outcome.Shape}\n{outcome.Details}"));
            return outcome.Fault is null ? 0 : 1;
        }

    default:
        Console.Error.WriteLine($"""
            Reads mutated inputs for a time, and saves each fault with the shortest input that shows it.
            list                                                                     the targets and what each promises
            run TARGET|all [--minutes 10] [--seed N] [--out {Arguments.DefaultFolder}]     each target for so long; without a seed a random one, which is printed
            replay TARGET FILE                                                       reads one input
            Targets: {string.Join(' ', TargetList.Names)}
            """);
        return 2;
}
