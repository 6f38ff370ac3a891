using Bot.Knowledge.Languages;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;
using Bot.Knowledge.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge;

/// <summary>Registers the knowledge.</summary>
public static class KnowledgeServices
{
    /// <summary>
    /// Registers the <see cref="KnowledgeBase"/> and the <see cref="ReplyBook"/>, with their options bound to the section <c>Knowledge</c> and validated at start.
    /// </summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSettings<KnowledgeOptions, KnowledgeOptionsValidator>(KnowledgeOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ArticleReader(provider.GetRequiredService<IOptions<KnowledgeOptions>>(), LanguageGuess.Of));
        services.AddSingleton<KnowledgeBase>();
        services.AddSingleton<ReplyBook>();
        return services;
    }
}
