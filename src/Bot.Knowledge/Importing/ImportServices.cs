using Bot.Knowledge.Importing.Fetching;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Importing;

/// <summary>Registers importing.</summary>
public static class ImportServices
{
    /// <summary>
    /// Adds <see cref="Importer"/> and <see cref="ArticleStatuses"/>, which need what <see cref="KnowledgeServices.AddKnowledge"/> adds, with its options bound to the
    /// section <c>Import</c> and validated at start.
    /// </summary>
    public static IServiceCollection AddImporting(this IServiceCollection services)
    {
        services.AddSettings<ImportOptions>(ImportOptions.Section);
        services.AddSingleton<IHostResolver, SystemHostResolver>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ImportOptions>>();
            var allowsAll = options.Value.AllowPrivateAddresses;
            return new PageFetcher(
                options, provider.GetRequiredService<IHostResolver>(), address => allowsAll || PublicInternet.Has(address), provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton(provider => new Importer(
            provider.GetRequiredService<IOptions<KnowledgeOptions>>(),
            provider.GetRequiredService<IOptions<ImportOptions>>(),
            provider.GetRequiredService<PageFetcher>(),
            provider.GetRequiredService<ArticleReader>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ArticleStatuses(provider.GetRequiredService<IOptions<KnowledgeOptions>>(), provider.GetRequiredService<ArticleReader>()));
        return services;
    }
}
