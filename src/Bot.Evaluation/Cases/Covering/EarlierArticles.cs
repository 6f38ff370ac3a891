using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Evaluation.Cases.Covering;

/// <summary>The articles as they were, read from another place by the settings in force.</summary>
public sealed class EarlierArticles : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="path">The folder of articles, or one file of them.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="time">The time.</param>
    public EarlierArticles(string path, IConfiguration settings, TimeProvider time) => _services = new ServiceCollection()
        .AddSingleton(settings)
        .AddSingleton(time)
        .AddLogging()
        .AddKnowledge()
        .PostConfigure<KnowledgeOptions>(knowledge => knowledge.Path = path)
        .BuildServiceProvider();

    /// <summary>The articles.</summary>
    public KnowledgeBase Knowledge => _services.GetRequiredService<KnowledgeBase>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
