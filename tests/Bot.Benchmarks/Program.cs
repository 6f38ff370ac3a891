using BenchmarkDotNet.Running;
using Bot.Benchmarks.Commands;
using Bot.Benchmarks.Growth;

var arguments = new Arguments(args);
var commands = new Dictionary<string, Func<Task<int>>>(StringComparer.Ordinal)
{
    ["bench"] = () =>
    {
        BenchmarkSwitcher.FromAssembly(typeof(Arguments).Assembly).Run(args.Length > 1 ? args[1..] : ["--filter", "*"]);
        return Task.FromResult(0);
    },
    ["growth"] = () => GrowthCommand.RunAsync(arguments),
    ["last-word"] = () => LastWordCommand.RunAsync(arguments),
    [GrowthCommand.Indexing] = () => Task.FromResult(IndexingStep.Run(arguments)),
    [GrowthCommand.Start] = () => GrowthStep.RunAsync(arguments),
};
if (args.Length > 0 && commands.TryGetValue(args[0], out var command))
{
    return await command();
}

Console.Error.WriteLine("""
    Run it in Release (-c Release), on a machine that does nothing else. All articles are made up.
    bench [BenchmarkDotNet's own options, such as --filter *Question*]
                                    splitting and indexing, search, an answer, the claim check, rendering, Discord's gateway, each beside its baseline
    growth [--sizes 10,100,1000,10000,100000] [--paragraphs 10] [--questions 300]
                                    indexing beside bare Lucene.Net, restarts, questions and memory as the articles grow
    last-word [--questions 1000]    how long after a model's last word the checked answer is there
    """);
return 2;
