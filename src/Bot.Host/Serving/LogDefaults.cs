using Microsoft.Extensions.Configuration.Memory;

namespace Bot.Host.Serving;

/// <summary>What is logged unless settings say otherwise: what Bot itself has to say, and warnings of all others.</summary>
internal static class LogDefaults
{
    public static void Add(IConfigurationBuilder settings) => settings.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData =
        [
            new("Logging:LogLevel:Default", "Information"),
            new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
            new("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning"),
            new("Logging:LogLevel:System.Net.Http", "Warning"),
            new("Logging:LogLevel:Polly", "Warning"),
        ],
    });
}
