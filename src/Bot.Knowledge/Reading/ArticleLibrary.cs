using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Reading;

/// <summary>The articles of many files, each under a slug of its own.</summary>
/// <param name="Articles">By slug.</param>
/// <param name="Problems">What could not be read or be served, of all files.</param>
public sealed record ArticleLibrary(ImmutableSortedDictionary<string, Article> Articles, ImmutableArray<ArticleProblem> Problems)
{
    /// <summary>
    /// Puts files together. Of two articles with one slug the one in the file that sorts first is served and the other is reported;
    /// so are the articles beyond <see cref="KnowledgeOptions.MaxArticles"/>.
    /// </summary>
    /// <param name="files">The files, in any order.</param>
    /// <param name="options">The limits.</param>
    public static ArticleLibrary Of(IEnumerable<ArticleFile> files, KnowledgeOptions options)
    {
        var articles = ImmutableSortedDictionary.CreateBuilder<string, Article>(StringComparer.Ordinal);
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<ArticleProblem>();
        foreach (var file in files.OrderBy(file => file.File, StringComparer.Ordinal))
        {
            problems.AddRange(file.Problems);
            var surplus = 0;
            foreach (var article in file.Articles)
            {
                if (homes.TryGetValue(article.Slug, out var home))
                {
                    problems.Add(new(file.File, null,
                        $"{home} and {file.File} both give the slug '{article.Slug}'; only {home} is served.",
                        "Rename one of the two."));
                }
                else if (articles.Count >= options.MaxArticles)
                {
                    surplus++;
                }
                else
                {
                    homes.Add(article.Slug, file.File);
                    articles.Add(article.Slug, article);
                }
            }

            if (surplus > 0)
            {
                problems.Add(new(file.File, null,
                    $"{surplus} of its {file.Articles.Length} articles are not served: the limit of {options.MaxArticles} articles is reached.",
                    "Raise Knowledge:MaxArticles or take articles out of the folder."));
            }
        }

        return new(articles.ToImmutable(), problems.ToImmutable());
    }
}
