using Bot.Answering.Composing;
using Bot.Answering.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Answering.Tests.ScriptedModel;

/// <summary>A composer from the real registrations, with a scripted model (or none) and a quoting function that says so.</summary>
internal sealed class ModelledComposer : IAsyncDisposable
{
    public const string Quoted = "Quoted words [1].";
    public const string Key = "sk-test-0123456789abcdef";
    public const string ModelName = "scripted-model";

    private readonly ServiceProvider _services;

    private ModelledComposer(Dictionary<string, string?> settings, TimeProvider? time)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<Quote>(_ => new Composition(Quoted))
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        _services = services.AddModel().BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public CapturedLog Log { get; } = new();

    public IServiceProvider Services => _services;

    public Composer Composer => _services.GetRequiredService<Composer>();

    public static ModelledComposer Without() => new([], null);

    /// <summary>Settings are named without their section: <c>("MaxRetries", "0")</c>.</summary>
    public static ModelledComposer With(ScriptedModelServer server, params (string Name, string Value)[] settings) =>
        At(server.Endpoint, TimeProvider.System, settings);

    public static ModelledComposer At(string endpoint, TimeProvider time, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Model:Endpoint"] = endpoint,
            ["Model:Name"] = ModelName,
            ["Model:ApiKey"] = Key,
            ["Model:MaxRetries"] = "0",
        };
        foreach (var (name, value) in settings)
        {
            all[name.Contains(':', StringComparison.Ordinal) ? name : $"Model:{name}"] = value;
        }

        return new ModelledComposer(all, time);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
