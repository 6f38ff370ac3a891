using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Judging;
using Bot.Answering.Models;
using Bot.Knowledge;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Bot put together as one variant says: quoting, with a scripted model, and with the model that is set.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly IConfigurationRoot _settings;
    private readonly KnowledgeBase _knowledge;
    private readonly TimeProvider _time;
    private readonly Lazy<ServiceProvider> _quoting;
    private readonly Lazy<ServiceProvider> _scripted;
    private readonly Lazy<ServiceProvider> _modelled;

    public Bench(Variant variant, IConfiguration settings, KnowledgeBase knowledge, RunChoices choices, TimeProvider time)
    {
        Variant = variant;
        (_knowledge, _time) = (knowledge, time);
        _settings = new ConfigurationBuilder().AddConfiguration(settings).AddInMemoryCollection(variant.Settings).Build();
        _quoting = new(() => Build(services => services.PostConfigure<ModelOptions>(model => (model.Endpoint, model.Name) = (null, null))));
        _scripted = new(() => Build(services => services.AddModelHandler(_ => new ScriptHandler(Running)).PostConfigure<ModelOptions>(Scripted)));
        _modelled = new(() => Build(services => Kept(services, choices).PostConfigure<ModelOptions>(Whole)));
        HasModel = !string.IsNullOrWhiteSpace(_settings["Model:Endpoint"]) && !string.IsNullOrWhiteSpace(_settings["Model:Name"]);
    }

    public Variant Variant { get; }

    /// <summary>The fixed replies; <see langword="null"/> means those beside the articles that the settings name.</summary>
    public ReplyBook? Replies { get; init; }

    public RunningCases Running { get; } = new();

    /// <summary>Whether a model is set.</summary>
    public bool HasModel { get; }

    /// <summary>What a scripted model says to a case; none when it is not asked.</summary>
    public ImmutableArray<ScriptedReply> RepliesTo(Case asked) => Variant.Script?.For(asked) is { IsEmpty: false } scripted ? scripted : asked.Replies;

    /// <summary>Answers cases of one kind: those with scripted replies, and those without.</summary>
    public Answerer AnswererFor(ImmutableArray<ScriptedReply> replies) => ServicesFor(replies).GetRequiredService<Answerer>();

    public ModelJudge JudgeFor(ImmutableArray<ScriptedReply> replies) => ServicesFor(replies).GetRequiredService<ModelJudge>();

    /// <summary>Reads the settings and checks all of them.</summary>
    /// <exception cref="OptionsValidationException">The variant's settings are wrong; it names each.</exception>
    public void Validate() => _ = (HasModel ? _modelled : _quoting).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var services in new[] { _quoting, _scripted, _modelled }.Where(services => services.IsValueCreated))
        {
            await services.Value.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ServiceProvider ServicesFor(ImmutableArray<ScriptedReply> replies) => (replies.IsEmpty ? HasModel ? _modelled : _quoting : _scripted).Value;

    private ServiceProvider Build(Action<IServiceCollection> more)
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(_settings).AddSingleton(_time).AddLogging().AddKnowledge().AddAnswering().AddSingleton(_knowledge);
        if (Replies is not null)
        {
            services.AddSingleton(Replies);
        }

        foreach (var draft in Variant.Drafts)
        {
            services.AddPromptDraft(draft);
        }

        more(services);
        var provider = services.BuildServiceProvider();
        provider.GetService<IStartupValidator>()?.Validate();
        return provider;
    }

    private IServiceCollection Kept(IServiceCollection services, RunChoices choices) => choices.Cache is { Length: > 0 } cache
        ? services.AddModelHandler(_ => new CacheHandler(new(cache), Running, choices.Anew, _time))
        : services;

    private void Scripted(ModelOptions model)
    {
        (model.Endpoint, model.Name, model.ApiKey) = (ScriptHandler.Endpoint, Variant.Script?.Name ?? "scripted", null);
        (model.MaxRetries, model.TokensPerDay, model.TokensPerConversation) = (0, 0, 0);
    }

    // A reply that is kept comes as a whole: its first token is its last. What a conversation may cost is no limit on tests.
    private static void Whole(ModelOptions model)
    {
        (model.AttemptTimeout, model.FirstTokenTimeout) = (model.TotalTimeout, model.TotalTimeout);
        model.TokensPerConversation = 0;
    }
}
