using Bot.Conversations.Records;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Starting;

/// <summary>What is checked before anything is made, so that all that is wrong is named at once.</summary>
internal static class StartChecks
{
    /// <summary>Checks all settings. The host asks for some of them while it is built, and would stop at the first wrong one: they are checked before, apart from it.</summary>
    /// <exception cref="OptionsValidationException">Settings of one section are wrong.</exception>
    /// <exception cref="AggregateException">Settings of several sections are wrong.</exception>
    public static void CheckSettings(this WebApplicationBuilder builder)
    {
        // Given as it is, so that it does not end with what checks it.
        var apart = new ServiceCollection { builder.Services };
        apart.Replace(ServiceDescriptor.Singleton<IConfiguration>(builder.Configuration));
        using var checking = apart.BuildServiceProvider();
        checking.GetRequiredService<IStartupValidator>().Validate();
    }

    /// <summary>Checks that the record's key can be read, or made.</summary>
    /// <exception cref="InvalidDataException">It cannot.</exception>
    public static void CheckRecord(this WebApplication app) => app.Services.GetRequiredService<RecordedTurns>();
}
