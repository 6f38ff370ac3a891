using System.CommandLine;

namespace Bot.Cli.Commands;

/// <summary>What a command's help shows as examples.</summary>
internal sealed class Examples
{
    private readonly Dictionary<Command, string[]> _examples = [];

    public void Add(Command command, params string[] examples) => _examples[command] = examples;

    public IReadOnlyList<string> Of(Command command) => _examples.GetValueOrDefault(command, []);
}
