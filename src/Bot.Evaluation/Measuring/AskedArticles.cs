using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Models;
using Bot.Answering.Questions;
using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Evaluation.Measuring;

/// <summary>Bot as it is served, over one file of articles and without a model.</summary>
internal sealed class AskedArticles : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Answerer _answerer;

    /// <param name="path">The file.</param>
    /// <param name="settings">The settings in force, but for the articles and the model.</param>
    public AskedArticles(string path, IConfiguration settings)
    {
        _services = new ServiceCollection()
            .AddSingleton(settings)
            .AddLogging()
            .AddKnowledge()
            .AddAnswering()
            .PostConfigure<KnowledgeOptions>(knowledge => knowledge.Path = path)
            .PostConfigure<ModelOptions>(model => (model.Endpoint, model.Name) = (null, null))
            .BuildServiceProvider();
        _answerer = _services.GetRequiredService<Answerer>();
    }

    public KnowledgeBase Knowledge => _services.GetRequiredService<KnowledgeBase>();

    /// <summary>Reads the articles, so that no question waits for it.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => Knowledge.OpenAsync(watch: false, cancellationToken);

    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken) =>
        (await _answerer.AnswerAsync(question, progress: null, cancellationToken).ConfigureAwait(false)).Answer;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
