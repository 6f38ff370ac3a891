using System.Text;
using System.Text.RegularExpressions;
using Bot.Knowledge.Importing.Fetching;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Reading.Formats;

namespace Bot.Knowledge.Importing;

/// <summary>A page, text or feed before it is read.</summary>
/// <param name="Name">What messages call it: its address, or the file's path.</param>
/// <param name="Address">Where it was got from; <see langword="null"/> of a file.</param>
/// <param name="File">A file's name that says what it is and what it may be called: <c>bridge-falls.html</c>.</param>
/// <param name="Text">Its text.</param>
internal sealed partial record ImportedPage(string Name, Uri? Address, string File, string Text)
{
    private const int Head = 2_000;
    private const string DefaultFile = "page";

    /// <summary>Whether it is a feed, by its outermost element.</summary>
    public bool IsFeed => FeedElement.IsMatch(Text[..Math.Min(Text.Length, Head)]);

    /// <summary>As the readers of articles take it: in UTF-8, and marked so, whatever charset it came in and still declares.</summary>
    public ArticleSource Source => new(File, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]) { Address = Address };

    /// <exception cref="ImportException">It is not text of its charset.</exception>
    public static ImportedPage Of(FetchedPage page)
    {
        var extension = page.MediaType == "text/plain" ? ".txt" : ".html";
        var segment = Uri.UnescapeDataString(page.Address.Segments[^1]).Trim('/');
        var name = Path.GetFileNameWithoutExtension(segment.Replace('/', '-'));
        var file = name.Any(char.IsLetterOrDigit) ? name : DefaultFile;
        return new(page.Address.AbsoluteUri, page.Address, file + extension, Decode(page.Address.AbsoluteUri, page.Bytes, page.Charset));
    }

    /// <exception cref="ImportException">It cannot be opened, is too large, or is not text of its charset.</exception>
    public static ImportedPage Of(string path, int maxBytes)
    {
        try
        {
            var file = Path.GetFileName(path);
            return new(path, null, file, Decode(path, ArticleSource.Load(file, path, maxBytes).Bytes, null));
        }
        catch (UnreadableException error)
        {
            throw new ImportException($"'{path}' is not imported: {error.Message}", error.Cure);
        }
    }

    private static string Decode(string name, byte[] bytes, string? charset)
    {
        try
        {
            return SourceText.Decode(bytes, charset ?? XmlCharset(bytes) ?? HtmlCharset.Declared(bytes));
        }
        catch (UnreadableException error)
        {
            throw new ImportException($"'{name}' is not imported: {error.Message}", "Save it as UTF-8, and import the file.");
        }
    }

    private static string? XmlCharset(byte[] bytes) =>
        XmlEncoding.Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Head))) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex XmlEncoding { get; }

    [GeneratedRegex(@"^\s*(?:<\?[^>]*>\s*|<!--[^>]*>\s*)*<(?:!DOCTYPE\s+)?(?:rss|feed|rdf:RDF)[\s>]", RegexOptions.NonBacktracking)]
    private static partial Regex FeedElement { get; }
}
