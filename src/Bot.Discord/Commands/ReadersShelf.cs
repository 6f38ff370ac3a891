using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Discord.Messages;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Discord.Commands;

/// <summary>The articles readers may ask, newest first, and which of them somebody means. It looks at nothing but memory.</summary>
internal sealed class ReadersShelf(KnowledgeBase knowledge, TimeProvider time)
{
    // No article is called so: a name is a path.
    private const string Shortened = "#";

    private const int MostNear = 3;

    private volatile Titles _titles = new(0, []);

    /// <summary>All of them.</summary>
    public IEnumerable<Article> All => Open().Select(known => known.Article);

    /// <summary>Those whose title has each word that was typed, or begins one with it: also without accents and capitals.</summary>
    public IEnumerable<Article> Matching(string typed)
    {
        var words = Titles.Words(typed);
        return Open().Where(known => words.All(known.Has)).Select(known => known.Article);
    }

    /// <summary>The one that was chosen, or typed without choosing; <see langword="null"/> when it is none, or could be several.</summary>
    public Article? Find(string said)
    {
        var (open, title) = (Open().ToArray(), Titles.Fold(said.Trim()));
        return open.FirstOrDefault(known => NameOf(known.Article) == said)?.Article
            ?? open.FirstOrDefault(known => known.Folded == title)?.Article
            ?? (title.Length > 0 && Matching(said).Take(2).ToArray() is [var only] ? only : null);
    }

    /// <summary>Those that somebody may have meant who named none.</summary>
    public IEnumerable<Article> Near(string said)
    {
        var (open, words) = (Open().ToArray(), Titles.Words(said));
        var sharing = open
            .Select(known => (known.Article, Shared: words.Count(known.Has)))
            .Where(near => near.Shared > 0)
            .OrderByDescending(near => near.Shared)
            .Select(near => near.Article)
            .Take(MostNear)
            .ToArray();
        return sharing.Length > 0 ? sharing : [.. open.Where(Mistyped(words, open)).Select(known => known.Article).Take(MostNear)];
    }

    /// <summary>What a choice carries: the article's name, or what stands for it where that is too long.</summary>
    public static string NameOf(Article article) =>
        article.Slug.Length <= Choice.Most ? article.Slug : Shortened + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Slug)));

    private static Func<Titled, bool> Mistyped(string[] words, Titled[] open)
    {
        var known = open.SelectMany(titled => titled.Folded.Split(' ')).Distinct(StringComparer.Ordinal).ToArray();
        var meant = words.Select(word => Slugs.Closest(word, known)).OfType<string>().ToArray();
        return titled => meant.Any(titled.Has);
    }

    private IEnumerable<Titled> Open()
    {
        var now = time.GetUtcNow();
        return Current().All.Where(known => known.Article.IsPublicAt(now));
    }

    private Titles Current()
    {
        using var snapshot = knowledge.Acquire();
        if (_titles is var titles && titles.Version == snapshot.Version)
        {
            return titles;
        }

        return _titles = new(
            snapshot.Version,
            [.. snapshot.Articles.Values
                .Select(indexed => indexed.Article)
                .OrderByDescending(article => article.Published)
                .ThenBy(article => article.Slug, StringComparer.Ordinal)
                .Select(article => new Titled(article, Titles.Fold(article.Title)))]);
    }
}

/// <summary>The titles of one version of the knowledge.</summary>
/// <param name="Version">Which.</param>
/// <param name="All">All articles, newest first.</param>
internal sealed record Titles(long Version, ImmutableArray<Titled> All)
{
    /// <summary>The words as <see cref="Fold"/> gives them.</summary>
    public static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A text without what people leave out when they type: accents and capitals.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                folded.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return folded.ToString();
    }
}

/// <summary>An article with its title as people type it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Folded">Its title, folded.</param>
internal sealed record Titled(Article Article, string Folded)
{
    // Scripts without spaces between words begin one everywhere.
    private const char FirstWithoutSpaces = '\u2e80';

    /// <summary>Whether one of its words begins so.</summary>
    public bool Has(string word)
    {
        for (var at = Folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = Folded.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(Folded[at - 1]) || !char.IsLetterOrDigit(word[0]) || word[0] >= FirstWithoutSpaces)
            {
                return true;
            }
        }

        return false;
    }
}
