using System.CommandLine;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;

namespace Bot.Cli.Commands;

/// <summary><c>passages</c>: what an article was split into, or which articles there are.</summary>
internal static class PassagesCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var slug = new Argument<string?>("SLUG") { Description = "The article; without it, all articles are listed.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("passages", "Show what an article was split into, or list the articles.") { slug };
        command.SetAction(async (parsed, _) =>
        {
            var choices = shared.Read(parsed);
            await using var session = BotSession.Open(choices, surroundings);
            return (parsed.GetValue(slug) ?? choices.Article) is { } chosen ? ShowPassages(session, chosen) : ListArticles(session);
        });
        examples.Add(command, "passages", "passages hallowmere-tram-opens", "passages hallowmere-tram-opens --json");
        return command;
    }

    private static int ShowPassages(BotSession session, string slug)
    {
        using var snapshot = session.Knowledge.Acquire();
        var article = session.Find(snapshot, slug);
        if (!session.Choices.Json)
        {
            new PassagesView(Screen.Of(session.Surroundings)).Show(article);
            return ExitCode.Done;
        }

        foreach (var passage in article.Passages)
        {
            session.Surroundings.Out.WriteLine(ContractJson.Write(PassageLine.Of(passage)));
        }

        return ExitCode.Done;
    }

    private static int ListArticles(BotSession session)
    {
        using var snapshot = session.Knowledge.Acquire();
        var articles = session.Askable(snapshot);
        if (!session.Choices.Json)
        {
            new ArticlesView(Screen.Of(session.Surroundings)).Show(articles);
            return ExitCode.Done;
        }

        foreach (var article in articles)
        {
            session.Surroundings.Out.WriteLine(ContractJson.Write(ArticleLine.Of(article)));
        }

        return ExitCode.Done;
    }
}
