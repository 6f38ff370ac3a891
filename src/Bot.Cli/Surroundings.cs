using System.Text;

namespace Bot.Cli;

/// <summary>What the process stands in: its streams, whether people look at them, and its folder.</summary>
internal sealed record Surroundings
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Where relative paths and <c>appsettings.json</c> are looked for.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal that wants colour.</summary>
    public bool Decorated { get; init; }

    /// <summary>Whether a person types <see cref="In"/>.</summary>
    public bool Typed { get; init; }

    /// <summary>Whether user secrets and environment variables are settings too.</summary>
    public bool MachineSettings { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static Surroundings OfThisProcess()
    {
        // What is piped in or out is UTF-8 whatever the locale says; a terminal keeps the encoding it has.
        if (!Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Utf8;
        }

        return new Surroundings
        {
            In = Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), Utf8) : Console.In,
            Out = Console.IsOutputRedirected ? new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true } : Console.Out,
            Error = Console.IsErrorRedirected ? new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true } : Console.Error,
            Folder = Directory.GetCurrentDirectory(),
            Decorated = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Typed = !Console.IsInputRedirected,
            MachineSettings = true,
        };
    }
}
