using System.Text;
using Bot.Fuzz.Running;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Importing.Feeds;

namespace Bot.Fuzz.Targets;

/// <summary>Feeds that an import reads.</summary>
internal sealed class FeedTarget : IFuzzTarget
{
    private static readonly Uri Address = new("https://example.org/feed");

    public string Name => "feed";

    public string Promise => "A feed or ImportException; its links are absolute.";

    public IReadOnlyList<byte[]> Seeds { get; } = Texts.Of(
        """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><link>https://example.org/</link><description>x</description><item><title>A bridge falls</title><link>/bridge</link><author>jane@example.org (Jane Doe)</author><dc:creator>Jane Doe</dc:creator><pubDate>Tue, 14 May 2024 06:00:00 GMT</pubDate><guid isPermaLink="false">1</guid></item></channel></rss>""",
        """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">News &amp;amp; more</title><id>urn:x</id><updated>2024-05-14T06:00:00Z</updated><entry><title>A bridge falls</title><id>urn:y</id><link rel="alternate" href="https://example.org/bridge"/><author><name>Jane Doe</name></author><updated>2024-05-14T06:00:00Z</updated><summary>x</summary></entry></feed>""");

    public IReadOnlyList<string> Words { get; } =
        ["<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>", "<link/>", "<link href=\"http://[\"/>", "<link>http://[x</link>", "<pubDate>never</pubDate>", "<updated>x</updated>", "<author/>", "<dc:creator><b/></dc:creator>", "<guid>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "<![CDATA[", "]]>", "<?x?>", "xml:base=\"http://[\"", "<content src=\"::\"/>", "<category/>", "<enclosure url=\"x\" length=\"-1\"/>", "<image/>", "<cloud/>", "<ttl>x</ttl>", "<skipHours><hour>99</hour></skipHours>", "<source url=\"::\"/>"];

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        try
        {
            var feed = FeedReader.Read(new ImportedPage("feed", Address, "feed.xml", Encoding.UTF8.GetString(input)));
            BrokenPromiseException.Unless(feed.Entries.All(entry => entry.Link is null or { IsAbsoluteUri: true }), "A link that is relative.");
            return new($"{Texts.Size(feed.Entries.Length)} {feed.Entries.Count(entry => entry.Link is null)} {feed.Entries.Count(entry => entry.Published is null)} {feed.Title is null}");
        }
        catch (ImportException refused)
        {
            return new(Texts.Bare(refused.Message));
        }
    }
}
