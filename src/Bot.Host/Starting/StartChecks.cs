using Bot.Conversations.Records;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Starting;

/// <summary>What is checked before anything is made, so that all that is wrong is named at once.</summary>
internal static class StartChecks
{
    private static readonly TimeSpan OpenWithin = TimeSpan.FromSeconds(5);

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

    /// <summary>Checks that the record's key can be read, or made, and opens the record. A database that is gone keeps no host from starting.</summary>
    /// <exception cref="InvalidDataException">It cannot, or does not.</exception>
    public static async Task CheckRecordAsync(this WebApplication app)
    {
        var turns = app.Services.GetRequiredService<RecordedTurns>();
        try
        {
            await turns.CheckAsync(app.Lifetime.ApplicationStopping).WaitAsync(OpenWithin);
        }
        catch (Exception error) when (error is not InvalidDataException)
        {
            // Whoever works with the record says so, and goes on trying.
        }
    }
}
