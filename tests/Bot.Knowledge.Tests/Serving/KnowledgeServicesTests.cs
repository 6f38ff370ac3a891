using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Tests.Serving;

public class KnowledgeServicesTests
{
    [Fact]
    public async Task The_settings_say_where_the_articles_are()
    {
        await using var folder = new KnowledgeFolder();
        folder.Write("a.txt", "Los combatientes se rindieron en la ciudad y no fue fácil para los que se quedaron.");
        await using var services = With("Path", folder.Path);
        using var snapshot = services.GetRequiredService<KnowledgeBase>().Acquire();
        Assert.Equal("es", snapshot.Articles["a"].Article.Language);
    }

    [Fact]
    public async Task Wrong_settings_are_named_at_start()
    {
        await using var services = With("MaxArticles", "0");
        var error = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains("MaxArticles", error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider With(string setting, string value) => new ServiceCollection()
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Knowledge:" + setting, value)]).Build())
        .AddKnowledge()
        .BuildServiceProvider();
}
