using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Knowledge.Replies;

/// <summary>An answer that editors wrote to a class of question, such as one about crisis lines; it wins over what articles say.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Phrases">The phrases that call for it, by language.</param>
/// <param name="Texts">Its text by language, each as a small article that is cited like any other but is in no shelf.</param>
public sealed record FixedReply(
    string Name, ImmutableSortedDictionary<string, ImmutableArray<string>> Phrases, ImmutableSortedDictionary<string, IndexedArticle> Texts)
{
    /// <summary>What its articles' slugs begin with; a file's slug has no colon.</summary>
    private const string Prefix = "reply:";

    /// <summary>Whether an article is the text of a fixed reply.</summary>
    public static bool IsTextOf(Article article) => article.Slug.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A reply whose texts are at hand as articles.</summary>
    public static FixedReply Of(string name, ImmutableSortedDictionary<string, ImmutableArray<string>> phrases, IReadOnlyDictionary<string, Article> texts) => new(
        name, phrases, texts.ToImmutableSortedDictionary(text => text.Key, text => new IndexedArticle(text.Value, PassageSplitter.Split(text.Value)), StringComparer.Ordinal));

    internal static string SlugOf(string name, string language) => $"{Prefix}{name}:{language}";
}
