using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Settings;

/// <summary>Registers settings.</summary>
public static class SettingsServices
{
    /// <summary>
    /// Adds options that are read from a section of the settings and checked at start: values of the wrong type, values that their
    /// <see cref="System.ComponentModel.DataAnnotations"/> forbid, and names that are slips of the pen. Each complaint has the setting's name, its value and the cure.
    /// </summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <param name="services">Where to add them.</param>
    /// <param name="section">The section's name, such as <c>Knowledge</c>.</param>
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class, new()
    {
        services.AddSingleton(provider => new SettingsSection<TOptions>(provider.GetRequiredService<IConfiguration>().GetSection(section)));
        services.AddSingleton<IConfigureOptions<TOptions>>(provider => provider.GetRequiredService<SettingsSection<TOptions>>());
        services.AddSingleton<IValidateOptions<TOptions>>(provider => provider.GetRequiredService<SettingsSection<TOptions>>());
        services.AddOptionsWithValidateOnStart<TOptions>();
        return services;
    }

    /// <summary>The same with a validator for what annotations cannot say.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <typeparam name="TValidator">Their validator.</typeparam>
    /// <param name="services">Where to add them.</param>
    /// <param name="section">The section's name.</param>
    public static IServiceCollection AddSettings<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class, new()
        where TValidator : class, IValidateOptions<TOptions> =>
        services.AddSettings<TOptions>(section).AddSingleton<IValidateOptions<TOptions>, TValidator>();
}
