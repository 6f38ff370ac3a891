using Bot.Answering.Answers;

namespace Bot.BotFramework.Rendering;

/// <summary>Where readers find the host's pages.</summary>
/// <param name="PublicUrl">The host's root as readers reach it; <see langword="null"/> when they can't.</param>
public sealed record Links(Uri? PublicUrl)
{
    private readonly Uri? _root = PublicUrl is null ? null : new Uri(PublicUrl.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>What is kept of readers.</summary>
    public string? Privacy => Of("privacy");

    /// <summary>Where cited words are seen: on our page, else where the article first appeared; <see langword="null"/> when nowhere.</summary>
    public string? Of(Citation citation) =>
        Of($"c/{citation.Id}") ?? (citation.Article.Source is { IsAbsoluteUri: true, Scheme: "http" or "https" } source ? source.AbsoluteUri : null);

    private string? Of(string path) => _root is null ? null : new Uri(_root, path).AbsoluteUri;
}
