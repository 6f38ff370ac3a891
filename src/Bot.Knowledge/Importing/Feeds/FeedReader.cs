using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Bot.Knowledge.Reading.Blocks;

namespace Bot.Knowledge.Importing.Feeds;

/// <summary>Reads RSS 2.0, RSS 1.0 and Atom 1.0. Nothing outside the document is looked at, and it may define no entities.</summary>
internal static class FeedReader
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <exception cref="ImportException">It is no feed.</exception>
    public static Feed Read(ImportedPage page)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(page.Text.TrimStart()), settings);
            var document = XDocument.Load(reader);
            if (RdfFeed.Is(document))
            {
                return RdfFeed.Read(document, page.Address);
            }

            using var again = XmlReader.Create(new StringReader(page.Text.TrimStart()), settings);
            var feed = SyndicationFeed.Load(again);
            var entries = feed.Items.Select(item => Entry(item, page.Address)).OrderByDescending(entry => entry.Published);
            return new(FeedWords.Line(feed.Title?.Text), [.. entries]);
        }
        catch (Exception error) when (error is XmlException or NotSupportedException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new ImportException($"The feed '{page.Name}' cannot be read: {error.Message}", "It must be RSS 2.0, RSS 1.0 or Atom 1.0, without a DTD; or import its pages one by one.");
        }
    }

    private static FeedEntry Entry(SyndicationItem item, Uri? feed)
    {
        var link = item.Links.FirstOrDefault(link => link.RelationshipType is null or "alternate")?.Uri;
        var authors = item.Authors.Select(author => Characters.OneLine(author.Name) ?? AfterMail(author.Email)).OfType<string>()
            .Concat(item.ElementExtensions.ReadElementExtensions<string>("creator", DublinCore));
        return new(FeedWords.Absolute(link, feed), FeedWords.Line(item.Title?.Text), Characters.OneLine(string.Join(", ", authors)), Date(item));
    }

    /// <summary>RSS has an address with the name behind it: <c>jane@example.org (Jane Doe)</c>.</summary>
    private static string? AfterMail(string? author) => author?.IndexOf('(', StringComparison.Ordinal) is { } at and >= 0
        ? Characters.OneLine(author[(at + 1)..].TrimEnd(')', ' '))
        : null;

    private static DateTimeOffset? Date(SyndicationItem item)
    {
        try
        {
            return item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime != default ? item.LastUpdatedTime : null;
        }
        catch (XmlException)
        {
            // A date in a form of its own is none; the page may say it better.
            return null;
        }
    }
}
