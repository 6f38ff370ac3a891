using Bot.Answering.Composing;
using Bot.Answering.Prompts;
using Bot.Knowledge.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Answering.Models;

/// <summary>Registers the model's side of answering.</summary>
internal static class ModelServices
{
    /// <summary>
    /// Adds <see cref="Composer"/> and what it needs, except for <see cref="Quote"/>. Settings are read from <c>Model</c> and <c>Prompts</c> and
    /// validated at start. Nothing of the model is made before it is first asked.
    /// </summary>
    public static IServiceCollection AddModel(this IServiceCollection services)
    {
        services.AddSettings<ModelOptions, ModelOptionsValidator>(ModelOptions.Section);
        services.AddSettings<PromptOptions>(PromptOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddModelClient();
        services.AddSingleton<TokenBudget>();
        services.AddSingleton<OutageLog>();
        services.AddSingleton<PromptFolder>();
        services.AddSingleton<ChatModel>();
        services.AddSingleton(provider => new Lazy<ChatModel>(provider.GetRequiredService<ChatModel>));
        services.AddSingleton<QuotingFunction>();
        services.AddSingleton<Composer>();
        return services;
    }
}
