using Bot.Answering.Answers;
using Bot.Knowledge.Articles;

namespace Bot.Discord.Rendering;

/// <summary>Where readers find cited words and articles: the only links there are.</summary>
/// <param name="PublicUrl">The host's root as readers reach it; <see langword="null"/> when they can't.</param>
public sealed record Links(Uri? PublicUrl)
{
    /// <summary>Longer ones would take up the message.</summary>
    private const int Longest = 300;

    private readonly Uri? _root = PublicUrl is null ? null : new Uri(PublicUrl.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>The cited words on our page; <see langword="null"/> when readers can't reach it.</summary>
    public string? Of(Citation citation) => _root is null ? null : Fit(new Uri(_root, $"c/{citation.Id}"));

    /// <summary>An article on our page; <see langword="null"/> when readers can't reach it.</summary>
    public string? Of(Article article) => _root is null ? null : Fit(new Uri(_root, $"articles/{string.Join('/', article.Slug.Split('/').Select(Uri.EscapeDataString))}"));

    /// <summary>What is kept of readers, on our page; <see langword="null"/> when they can't reach it.</summary>
    public string? Privacy => _root is null ? null : new Uri(_root, "privacy").AbsoluteUri;

    /// <summary>Where an article first appeared; <see langword="null"/> when it does not say, or nowhere to go safely.</summary>
    public static string? SourceOf(Article article) =>
        article.Source is { IsAbsoluteUri: true, Scheme: "http" or "https" } source ? Fit(source) : null;

    // Within a link's parentheses, those of its address would end it.
    private static string? Fit(Uri address)
    {
        var escaped = address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return escaped.Length <= Longest ? escaped : null;
    }
}
