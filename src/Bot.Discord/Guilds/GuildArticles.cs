using Bot.Answering.Questions;
using Bot.Conversations.Channels;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Discord.Guilds;

/// <summary>The articles that may be asked in a guild.</summary>
internal sealed class GuildArticles(KnowledgeBase knowledge, TimeProvider time)
{
    private const int LongestName = 80;

    /// <summary>Those that readers may be served, by slug.</summary>
    /// <param name="scope">The guild's; <see langword="null"/> for all.</param>
    public IReadOnlyList<Article> In(ArticleScope? scope)
    {
        using var snapshot = knowledge.Acquire();
        var now = time.GetUtcNow();
        return [.. snapshot.Articles.Values.Select(article => article.Article).Where(article => article.IsPublicAt(now) && scope?.Has(article) != false)];
    }

    /// <summary>The tags of all articles that readers may be served.</summary>
    public IReadOnlyList<string> Tags() =>
        [.. In(scope: null).SelectMany(article => article.Tags).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The articles that somebody who types may mean, whether they may be asked or not.</summary>
    public IReadOnlyList<Choice> Choices(string typed) =>
    [
        .. In(scope: null)
            .Where(article => article.Slug.Length <= Choice.Most && (Has(article.Slug, typed) || Has(article.Title, typed)))
            .Take(Choice.MostOfThem)
            .Select(article => new Choice(PlainText.Of(article.Title, Choice.Most) is { Length: > 0 } title ? title : article.Slug, article.Slug)),
    ];

    /// <summary>The tags that somebody who types may mean.</summary>
    public IReadOnlyList<Choice> TagChoices(string typed) =>
        [.. Tags().Where(tag => tag.Length is > 0 and <= Choice.Most && Has(tag, typed)).Take(Choice.MostOfThem).Select(tag => new Choice(tag, tag))];

    /// <summary>Why an article can't be asked, in Discord's markdown; <see langword="null"/> when it can, or none is named.</summary>
    public string? RefusalOf(string? slug, ArticleScope? scope, string? locale)
    {
        if (slug is null)
        {
            return null;
        }

        var open = In(scope: null);
        if (open.FirstOrDefault(article => article.Slug == slug) is { } named)
        {
            return scope?.Has(named) == false ? ChannelWords.Of("ArticleNotHere", locale, Shown(named.Title)) : null;
        }

        var asked = PlainText.Of(slug, LongestName);
        return Slugs.Closest(asked, open.Where(article => scope?.Has(article) != false).Select(article => article.Slug)) is { } nearest
            ? ChannelWords.Of("UnknownArticleNear", locale, Shown(asked), Shown(nearest))
            : ChannelWords.Of("UnknownArticle", locale, Shown(asked));
    }

    /// <summary>Why a tag can't be chosen, in Discord's markdown; <see langword="null"/> when an article has it.</summary>
    public string? RefusalOfTag(string tag, string? locale) =>
        Tags().Contains(tag, StringComparer.OrdinalIgnoreCase) ? null : ChannelWords.Of("UnknownTag", locale, Shown(tag));

    private static bool Has(string name, string typed) => name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Shown(string words) => DiscordText.Of(PlainText.Of(words, LongestName));
}
