using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Models;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Cli.Commands;
using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Cli.Startup;

/// <summary>Bot, put together for one command.</summary>
internal sealed class BotSession : IAsyncDisposable
{
    private const string KnowledgePath = $"{KnowledgeOptions.Section}:{nameof(KnowledgeOptions.Path)}";

    private readonly ServiceProvider _services;
    private readonly Lazy<Answerer> _answerer;

    private BotSession(ServiceProvider services, SharedChoices choices, Surroundings surroundings)
    {
        _services = services;
        _answerer = new Lazy<Answerer>(services.GetRequiredService<Answerer>);
        Choices = choices;
        Surroundings = surroundings;
    }

    public SharedChoices Choices { get; }

    public Surroundings Surroundings { get; }

    public KnowledgeBase Knowledge => _services.GetRequiredService<KnowledgeBase>();

    /// <summary>Reads the settings and checks all of them.</summary>
    /// <exception cref="OptionsValidationException">Settings are wrong; it names each of them.</exception>
    /// <exception cref="CommandError">There is no folder of articles.</exception>
    /// <param name="choices">What the command line says.</param>
    /// <param name="surroundings">Where the process stands.</param>
    /// <param name="more">What a command needs besides; the others don't pay for it.</param>
    public static BotSession Open(SharedChoices choices, Surroundings surroundings, Action<IServiceCollection>? more = null)
    {
        var settings = Settings.Read(surroundings, choices.Knowledge is { } path ? [new(KnowledgePath, path)] : []);

        // Tests of cases put Bot together anew from the same settings: the fixed replies stand beside the same articles.
        settings[KnowledgePath] = KnowledgePlace.Of(settings[KnowledgePath] ?? new KnowledgeOptions().Path, surroundings.Folder);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton(surroundings.Time)
            .AddLogging(logging => logging.AddProvider(new OperatorLog(surroundings.Error)))
            .AddKnowledge()
            .AddAnswering()
            .PostConfigure<KnowledgeOptions>(knowledge => knowledge.IndexFolder = knowledge.IndexFolder is { } index ? InFolder(index, surroundings) : null);
        more?.Invoke(services);
        var provider = services.BuildServiceProvider();
        Validate(provider);
        return new BotSession(provider, choices, surroundings);
    }

    /// <summary>A service that was added when the session was opened.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Question QuestionOf(string text) => Check(new Question(text)
    {
        Article = Choices.Article,
        Locale = Choices.Language,
        Asked = Surroundings.Time.GetLocalNow(),
        IncludeUnpublished = Choices.Editor,
    });

    /// <summary>Complains of an article that cannot be asked before anything is asked.</summary>
    public Question Check(Question question)
    {
        if (question.Article is { } slug)
        {
            using var snapshot = Knowledge.Acquire();
            Find(snapshot, slug);
        }

        return question;
    }

    // Off this thread: the first question reads the articles, and a person who waits is told so meanwhile.
    public async Task<AnsweredQuestion> AskAsync(Question question, IProgress<AnswerStage>? progress, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            Task.Run(() => _answerer.Value.PrepareAsync(question, cancellationToken), cancellationToken),
            Task.Run(() => Knowledge.Acquire().Dispose(), cancellationToken));
        return await Task.Run(() => _answerer.Value.AnswerAsync(question, progress, cancellationToken), cancellationToken);
    }

    public IndexedArticle Find(KnowledgeSnapshot snapshot, string slug) =>
        ArticleChoice.Find(snapshot.Articles, slug, Choices.Editor, Surroundings.Time.GetUtcNow());

    public ImmutableArray<IndexedArticle> Askable(KnowledgeSnapshot snapshot) =>
        ArticleChoice.Askable(snapshot.Articles, Choices.Editor, Surroundings.Time.GetUtcNow());

    public void SayWhetherThereIsAModel()
    {
        if (!_services.GetRequiredService<IOptions<ModelOptions>>().Value.IsConfigured)
        {
            Surroundings.Error.WriteLine("No model: quoting.");
        }
    }

    /// <summary>A path of the settings; an empty one stays empty, for its own validation to complain of.</summary>
    public static string InFolder(string path, Surroundings surroundings) => string.IsNullOrEmpty(path) ? path : Path.GetFullPath(path, surroundings.Folder);

    private static void Validate(ServiceProvider services)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        var path = services.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Path;
        if (!Path.Exists(path))
        {
            throw new CommandError($"There is no folder or file of articles '{path}': name one with --knowledge PATH or the setting {KnowledgePath}.");
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
