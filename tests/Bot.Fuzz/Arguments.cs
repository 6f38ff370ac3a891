using System.Globalization;

namespace Bot.Fuzz;

/// <summary>Named values of the command line.</summary>
internal sealed class Arguments(string[] args)
{
    public const string DefaultFolder = "fuzz-findings";

    public string Folder => Text("--out") ?? DefaultFolder;

    public double Minutes => Text("--minutes") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : 10;

    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
