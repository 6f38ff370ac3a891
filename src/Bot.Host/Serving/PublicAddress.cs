using Bot.Answering.Answers;
using Microsoft.Extensions.Options;

namespace Bot.Host.Serving;

/// <summary>Where readers find this host's pages, if they can.</summary>
internal sealed class PublicAddress(IOptions<WebOptions> options)
{
    private readonly Uri? _root = options.Value.PublicUrl is { Length: > 0 } url ? new Uri(url.TrimEnd('/') + "/") : null;

    /// <summary>The root as readers reach it; <see langword="null"/> when they can't.</summary>
    public Uri? Root => _root;

    /// <summary>The path that all pages are below, such as <c>/bot</c>; empty when it is the host's own root.</summary>
    public string PathBase => _root?.AbsolutePath.TrimEnd('/') ?? "";

    /// <summary>Where a reader sees cited words: on our page, else where the article first appeared.</summary>
    public string? Of(Citation citation) => _root is null ? citation.Article.Source?.AbsoluteUri : new Uri(_root, $"c/{citation.Id}").AbsoluteUri;

    /// <summary>The address of a page below the root; <see langword="null"/> when readers cannot reach it.</summary>
    public string? Of(string path) => _root is null ? null : new Uri(_root, path.TrimStart('/')).AbsoluteUri;
}
