using Bot.Answering.Composing;
using Bot.Answering.Judging;
using Bot.Answering.Learned;
using Bot.Answering.Models;
using Bot.Answering.Prompts;
using Bot.Answering.Replies;
using Bot.Answering.Suggesting;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;
using Bot.Knowledge.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Answering;

/// <summary>Registers answering.</summary>
public static class AnsweringServices
{
    /// <summary>
    /// Adds <see cref="Answerer"/>, which needs a <see cref="KnowledgeBase"/> and a <see cref="ReplyBook"/>. Settings are read from <c>Answering</c>, <c>Model</c> and
    /// <c>Prompts</c> and validated at start.
    /// </summary>
    public static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        services.AddSettings<AnsweringOptions>(AnsweringOptions.Section);
        services.AddModel();
        services.AddSingleton<QuotingComposer>();
        services.TryAddSingleton(_ => LearnedAnswering.Shipped());
        services.AddSingleton<Quote>(provider => provider.GetRequiredService<QuotingComposer>().Compose);
        services.AddSingleton(provider => new Answerer(
            provider.GetRequiredService<KnowledgeBase>(),
            provider.GetRequiredService<Composer>(),
            provider.GetRequiredService<QuotingComposer>(),
            provider.GetRequiredService<LearnedAnswering>(),
            new FixedReplies(provider.GetRequiredService<ReplyBook>()),
            provider.GetRequiredService<IOptions<AnsweringOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ModelJudge(
            provider.GetRequiredService<IOptions<ModelOptions>>(),
            provider.GetRequiredService<Lazy<ChatModel>>(),
            provider.GetRequiredService<PromptFolder>()));
        services.AddSingleton(provider => new ModelSuggestions(
            provider.GetRequiredService<IOptions<ModelOptions>>(),
            provider.GetRequiredService<Lazy<ChatModel>>(),
            provider.GetRequiredService<PromptFolder>()));
        services.AddSingleton<PromptDesk>();
        return services;
    }

    /// <summary>Has a prompt's draft used in place of its file.</summary>
    public static IServiceCollection AddPromptDraft(this IServiceCollection services, PromptDraft draft) => services.AddSingleton(draft);
}
