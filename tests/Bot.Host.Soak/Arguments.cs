using System.Globalization;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Host.Soak;

/// <summary>Named values of the command line.</summary>
internal sealed class Arguments(string[] args)
{
    /// <summary>A published host; <see langword="null"/> for the one beside this program.</summary>
    public string? Host => Text("--host");

    public bool Has(string name) => Array.IndexOf(args, name) >= 0;

    public string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A PostgreSQL of its own where <c>--postgres</c> asks for one.</summary>
    public async Task<PostgresServer?> PostgresAsync() =>
        Has("--postgres") ? await PostgresServer.StartAsync(Has("--statements") ? PostgresCosts.Options : "") ?? throw new InvalidOperationException(PostgresServer.WhyNot) : null;
}
