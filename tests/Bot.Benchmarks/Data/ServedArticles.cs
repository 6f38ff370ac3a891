using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Data;

/// <summary>Bot as it is served, over a folder of articles, without a model unless one is named.</summary>
internal sealed class ServedArticles : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="path">The articles.</param>
    /// <param name="index">Where the index is kept; <see langword="null"/> for in memory.</param>
    /// <param name="model">The model's endpoint.</param>
    public ServedArticles(string path, string? index, string? model = null)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Knowledge:Path", path), new("Knowledge:MaxArticles", "1000000"), new("Knowledge:IndexFolder", index),
                new("Model:Endpoint", model), new("Model:Name", model is null ? null : "scripted"),
            ])
            .Build();
        _services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddKnowledge().AddAnswering().BuildServiceProvider();
        Answerer = _services.GetRequiredService<Answerer>();
    }

    public KnowledgeBase Knowledge => _services.GetRequiredService<KnowledgeBase>();

    public Answerer Answerer { get; }

    public async Task<Answer> AskAsync(string question) => (await Answerer.AnswerAsync(new Question(question), progress: null, CancellationToken.None)).Answer;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
