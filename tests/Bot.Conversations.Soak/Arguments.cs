using System.Globalization;

namespace Bot.Conversations.Soak;

/// <summary>Named values of the command line.</summary>
internal sealed class Arguments(Dictionary<string, string> values)
{
    public static Arguments Of(string[] args) => new(args.Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1], StringComparer.Ordinal));

    public string? Text(string name) => values.GetValueOrDefault(name);

    public int Number(string name, int otherwise) => values.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public bool Flag(string name, bool otherwise) => values.TryGetValue(name, out var value) ? bool.Parse(value) : otherwise;
}
