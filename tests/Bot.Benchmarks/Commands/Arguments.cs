using System.Globalization;

namespace Bot.Benchmarks.Commands;

/// <summary>What a command was given: <c>--name value</c>.</summary>
internal sealed class Arguments(string[] args)
{
    public string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    public int Number(string name, int otherwise) => Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArgumentException($"{name} is '{text}', which is no number: write one, such as {otherwise}.");

    public int[] Numbers(string name, params int[] otherwise) =>
        Text(name)?.Split(',').Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray() ?? otherwise;
}
