using Bot.Answering.Questions;
using Bot.Answering.Tests.ScriptedModel;
using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Answering.Tests.Pipeline;

/// <summary>The whole product but its surfaces: articles in a folder, the real registrations, and a scripted model or none.</summary>
internal sealed class AskedBot : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2031, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("bot-pipeline-").FullName;
    private readonly ServiceProvider _services;

    private AskedBot(IEnumerable<(string Name, string Text)> files, TimeProvider time, Dictionary<string, string?> settings)
    {
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(_folder, name), text);
            Sources[Path.GetFileNameWithoutExtension(name)] = text;
        }

        settings["Knowledge:Path"] = _folder;
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(time)
            .AddLogging()
            .AddKnowledge()
            .AddAnswering()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        using var snapshot = Knowledge.Acquire();
        Assert.Empty(snapshot.Problems);
    }

    /// <summary>What was written, by slug.</summary>
    public Dictionary<string, string> Sources { get; } = new(StringComparer.OrdinalIgnoreCase);

    public KnowledgeBase Knowledge => _services.GetRequiredService<KnowledgeBase>();

    /// <summary>Without a model, on the first of June 2031.</summary>
    public static AskedBot Over(params (string Name, string Text)[] files) => new(files, new FakeTimeProvider(Now), []);

    /// <summary>With a scripted model. Settings are named without their section: <c>("MaxRetries", "0")</c>.</summary>
    public static AskedBot With(ScriptedModelServer server, (string Name, string Text)[] files, params (string Name, string Value)[] settings) =>
        With(server, TimeProvider.System, files, settings);

    /// <inheritdoc cref="With(ScriptedModelServer, ValueTuple{string, string}[], ValueTuple{string, string}[])"/>
    public static AskedBot With(
        ScriptedModelServer server, TimeProvider time, (string Name, string Text)[] files, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Model:Endpoint"] = server.Endpoint,
            ["Model:Name"] = ModelledComposer.ModelName,
            ["Model:ApiKey"] = ModelledComposer.Key,
            ["Model:MaxRetries"] = "0",
        };
        foreach (var (name, value) in settings)
        {
            all[$"Model:{name}"] = value;
        }

        return new(files, time, all);
    }

    /// <summary>Asks, and holds whatever comes back to what every answer must keep.</summary>
    public Task<AnsweredQuestion> AskAsync(string question) => AskAsync(new Question(question));

    /// <inheritdoc cref="AskAsync(string)"/>
    public async Task<AnsweredQuestion> AskAsync(Question question)
    {
        var answered = await _services.GetRequiredService<Answerer>().AnswerAsync(question, null, TestContext.Current.CancellationToken);
        Promises.Kept(answered.Answer, Sources);
        return answered;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
