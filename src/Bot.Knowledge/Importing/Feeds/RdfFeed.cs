using System.Xml.Linq;

namespace Bot.Knowledge.Importing.Feeds;

/// <summary>Reads RSS 1.0, whose entries stand beside its channel, with the words of Dublin Core for author and date.</summary>
/// <seealso href="https://web.resource.org/rss/1.0/spec"/>
internal static class RdfFeed
{
    private static readonly XName Root = XName.Get("RDF", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    private static readonly XNamespace Rss = "http://purl.org/rss/1.0/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static bool Is(XDocument document) => document.Root?.Name == Root && document.Root.Element(Rss + "channel") is not null;

    public static Feed Read(XDocument document, Uri? address)
    {
        var root = document.Root!;
        var entries = root.Elements(Rss + "item").Select(item => Entry(item, address)).OrderByDescending(entry => entry.Published);
        return new(FeedWords.Line(root.Element(Rss + "channel")!.Element(Rss + "title")?.Value), [.. entries]);
    }

    private static FeedEntry Entry(XElement item, Uri? address)
    {
        var link = Uri.TryCreate(item.Element(Rss + "link")?.Value.Trim(), UriKind.RelativeOrAbsolute, out var written) ? written : null;
        var authors = item.Elements(DublinCore + "creator").Select(creator => FeedWords.Line(creator.Value)).OfType<string>();
        return new(FeedWords.Absolute(link, address), FeedWords.Line(item.Element(Rss + "title")?.Value), FeedWords.Line(string.Join(", ", authors)), FeedWords.Date(item.Element(DublinCore + "date")?.Value));
    }
}
