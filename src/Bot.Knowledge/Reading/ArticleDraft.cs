using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.FrontMatters;

namespace Bot.Knowledge.Reading;

/// <summary>What a format made of a file: all that an article is, but for what the file leaves open.</summary>
internal sealed record ArticleDraft(string Slug, FrontMatter FrontMatter, ArticleBody Body)
{
    public Article ToArticle(Func<string, string?> guessLanguage, string defaultLanguage) => new()
    {
        Slug = Slug,
        Title = FrontMatter.Title ?? TitleOfSlug(Slug),
        Byline = FrontMatter.Byline,
        Published = FrontMatter.Published,
        Updated = FrontMatter.Updated,
        Source = FrontMatter.Source,
        Language = FrontMatter.Language ?? guessLanguage(Body.Text) ?? defaultLanguage,
        Tags = FrontMatter.Tags,
        Status = FrontMatter.Status ?? ArticleStatus.Published,
        PublishAt = FrontMatter.PublishAt,
        Display = FrontMatter.Display ?? ArticleDisplay.Full,
        Text = Body.Text,
        Blocks = Body.Blocks,
        Inlines = Body.Inlines,
    };

    private static string TitleOfSlug(string slug)
    {
        var words = slug[(slug.LastIndexOf('/') + 1)..].Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? slug : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
