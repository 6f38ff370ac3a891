using System.Globalization;
using Bot.Answering;
using Bot.Knowledge.Serving;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Host.Serving;

/// <summary>Says on standard output, once the host listens, where its page is and what could be asked there.</summary>
internal sealed class StartMessage(IServer server, KnowledgeBase knowledge, PublicAddress address, TimeProvider time, StartMessage.Output output) : IHostedLifecycleService
{
    private const string Otherwise = "en";

    /// <summary>Where it is said.</summary>
    internal sealed record Output(TextWriter Writer);

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listens)
        {
            output.Writer.WriteLine(Text(listens));
        }

        return Task.CompletedTask;
    }

    /// <summary>The message.</summary>
    /// <param name="listens">An address the server listens on.</param>
    internal string Text(string listens)
    {
        var page = address.Root?.AbsoluteUri ?? ForBrowsers(listens) + "/";
        using var snapshot = knowledge.Acquire();
        var now = time.GetUtcNow();
        var chosen = snapshot.Articles.Values
            .Where(indexed => indexed.Article.IsPublicAt(now))
            .OrderByDescending(indexed => indexed.Article.Language == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            .ThenByDescending(indexed => indexed.Article.Language == Otherwise)
            .ThenByDescending(indexed => indexed.Article.Published)
            .FirstOrDefault();

        // The first suggestion speaks of "this article", which says nothing here.
        return chosen is not null && Suggestions.For(chosen, 2) is [_, var question]
            ? $"Bot is at {page} – ask it, for example: {question}"
            : $"Bot is at {page} – there is nothing to ask it yet: put articles into the folder of the setting Knowledge:Path.";
    }

    // No browser opens "any address".
    private static string ForBrowsers(string listens) =>
        listens.TrimEnd('/').Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
