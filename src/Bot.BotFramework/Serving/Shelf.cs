using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Answering;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Cards;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Resources;
using Bot.Conversations.Channels;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.BotFramework.Serving;

/// <summary>The articles as channels show them: a list to choose from, and the one that was chosen.</summary>
internal sealed class Shelf(KnowledgeBase knowledge, ChannelState state, TimeProvider time)
{
    /// <summary>The property of a button's value that says which article it chooses; empty for all.</summary>
    public const string ArticleValue = "botArticle";

    private const int MostListed = 20;
    private const int MostTitles = 5;
    private const int MostQuestions = 3;

    /// <summary>The article that a conversation asks about: the chosen one, else the one that the reader's page shows; <see langword="null"/> for all.</summary>
    public async Task<string?> ChosenAsync(Activity activity, CancellationToken cancellationToken)
    {
        var slug = await state.GetAsync(Names.ChannelOf(activity), KeyOf(activity), cancellationToken).ConfigureAwait(false) ?? activity.ChannelData?.Words(ArticleValue);
        return slug is not null && TitleOf(slug) is not null ? slug : null;
    }

    /// <summary>Chooses an article, or all.</summary>
    /// <returns>What to say about it.</returns>
    public async Task<string> ChooseAsync(Activity activity, string slug, CancellationToken cancellationToken)
    {
        var title = slug.Length == 0 ? null : TitleOf(slug);
        if (slug.Length > 0 && title is null)
        {
            return ChannelWords.Of("NoSuchArticle", activity.Locale);
        }

        // All is a choice too: it stands before the article of the page.
        await state.RememberAsync(Names.ChannelOf(activity), KeyOf(activity), slug, cancellationToken).ConfigureAwait(false);
        return title is null ? ChannelWords.Of("ChosenAll", activity.Locale) : ChannelWords.Of("Chosen", activity.Locale, title);
    }

    /// <summary>The list to choose from: a card.</summary>
    public Activity List(ConversationReference to)
    {
        var articles = Articles();
        JsonNode[] body =
        [
            Card.Text(Card.Run(ChannelWords.Of("Articles", to.Locale), bold: true)),
            Card.Text(Card.Run(ChannelWords.Of("Choose", to.Locale))),
            .. articles.Take(MostListed).Select(article => Row(PlainText.Of(article.Title, AnswerShape.Name), article.Slug)),
            Row(ChannelWords.Of("AllArticles", to.Locale), ""),
        ];
        return new()
        {
            Type = ActivityTypes.Message,
            Locale = ChannelWords.LanguageOf(to.Locale),
            Summary = ChannelWords.Of("Articles", to.Locale),
            Attachments = [Card.Of(body, [])],
        };
    }

    /// <summary>The first words to people: what this is, what it keeps, what it knows, and what they could ask.</summary>
    /// <param name="to">Whom.</param>
    /// <param name="links">Where our pages are.</param>
    /// <param name="page">The article that the reader's page shows, if it shows one: what is suggested asks about it.</param>
    public Activity Welcome(ConversationReference to, Links links, string? page = null)
    {
        var articles = Articles();
        List<string> paragraphs = [MarkdownText.Of(ChannelWords.Of("Welcome", to.Locale))];
        if (articles.FirstOrDefault(article => article.Slug == page) is { } shown)
        {
            paragraphs.Add(MarkdownText.Of(ChannelWords.Of("WelcomePage", to.Locale, PlainText.Of(shown.Title, AnswerShape.Name))));
        }
        else if (!articles.IsEmpty)
        {
            paragraphs.Add(MarkdownText.Of(ChannelWords.Of("WelcomeArticles", to.Locale)));
            var titles = articles.Take(MostTitles).Select(article => $"- {MarkdownText.Of(PlainText.Of(article.Title, AnswerShape.Name))}");
            var more = articles.Length - MostTitles;
            paragraphs.Add(string.Join('\n', more > 0 ? titles.Append($"- {MarkdownText.Of(ChannelWords.Of("WelcomeMore", to.Locale, more))}") : titles));
        }

        var privacy = MarkdownText.Of(ChannelWords.Of("WelcomePrivacy", to.Locale));
        paragraphs.Add(links.Privacy is { } address ? $"{privacy} [{MarkdownText.Of(ChannelWords.Of("Privacy", to.Locale))}]({address})" : privacy);
        return new()
        {
            Type = ActivityTypes.Message,
            TextFormat = "markdown",
            Text = string.Join("\n\n", paragraphs),
            Summary = PlainText.Of(ChannelWords.Of("Welcome", to.Locale), 200),
            Locale = ChannelWords.LanguageOf(to.Locale),
            SuggestedActions = to is { IsTeams: true, IsPersonal: false } ? null : SuggestedActions.Saying(Questions(page, ChannelWords.LanguageOf(to.Locale))),
        };
    }

    // Not a button: clients cut off its title where it is long.
    private static JsonObject Row(string title, string slug) =>
        Card.Choice(Card.Text(Card.Run(title, bold: true)), Card.Submit(title, new JsonObject { [ArticleValue] = slug }));

    private static string KeyOf(Activity activity) => $"article/{RecentActivities.NameOf(activity, null)}";

    // None says "this article" where there are several and the reader sees none. Those in the reader's language come first.
    private IEnumerable<string> Questions(string? page, string language)
    {
        using var snapshot = knowledge.Acquire();
        var now = time.GetUtcNow();
        var open = snapshot.Articles.Values
            .Where(indexed => indexed.Article.IsPublicAt(now))
            .OrderByDescending(indexed => indexed.Article.Language == language)
            .ThenByDescending(indexed => indexed.Article.Published)
            .ToArray();
        var only = open.Length == 1 ? open[0] : open.FirstOrDefault(indexed => indexed.Article.Slug == page);
        var questions = only is not null
            ? Suggestions.For(only, MostQuestions)
            : open.Take(MostQuestions).SelectMany(indexed => Suggestions.For(indexed, 2).Skip(1)).Take(MostQuestions);
        return [.. questions.Select(question => PlainText.Of(question, AnswerShape.Button))];
    }

    private string? TitleOf(string slug) => Articles().FirstOrDefault(article => article.Slug == slug)?.Title;

    private ImmutableArray<Article> Articles()
    {
        using var snapshot = knowledge.Acquire();
        var now = time.GetUtcNow();
        return [.. snapshot.Articles.Values
            .Select(indexed => indexed.Article)
            .Where(article => article.IsPublicAt(now))
            .OrderByDescending(article => article.Published)
            .ThenBy(article => article.Slug, StringComparer.Ordinal)];
    }
}
