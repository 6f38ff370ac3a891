using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Tests.Reading;

public class HtmlFormatTests
{
    private const string First = "The first tram in Hallowmere for 71 years left Corn Exchange at 5:42 a.m. on Sunday with 180 people on board, four years late and 38 million pounds over budget.";
    private const string Second = "Line 1 runs for 11.4 kilometres from the old town to Saltby Docks, with 17 stops, and each of its eleven trams, built in Wick Harrow, carries up to 210 passengers.";
    private const string Third = "Shopkeepers on Mill Street say that they lost a third of their customers during the work, and their association wants four million pounds from the city.";

    private const string Page = $$"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
          <meta charset="utf-8">
          <title>First tram runs in Hallowmere | The Hallowmere Post</title>
          <link rel="canonical" href="https://post.example/tram">
          <meta property="og:title" content="Not this one">
          <script type="application/ld+json">
          {"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},{"@type":"NewsArticle","headline":"First tram runs &amp; rings in Hallowmere",
           "author":[{"@type":"Person","name":"Ines Okafor"},{"@type":"Person","name":"Tom Arkwright"}],
           "datePublished":"2026-05-18T07:30:00+01:00","dateModified":"2026-05-19T09:10:00.000Z"}]}
          </script>
          <script>var tracking = 1;</script><style>p { color: red }</style>
        </head>
        <body>
          <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
          <div class="cookie-banner">We use cookies to improve your visit.</div>
          <article>
            <h1>First tram runs &amp; rings in Hallowmere</h1>
            <p class="byline">By Ines Okafor and Tom Arkwright</p>
            <div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
            <p>{{First}}</p>
            <figure><img src="https://post.example/tram.jpg" alt="tram"><figcaption>Passengers board at Corn Exchange on Sunday. <span class="credit">Photo: Jane Doe</span></figcaption></figure>
            <p>Line&nbsp;1 <em>is long</em>; see <a href="https://post.example/map">the map</a>. {{Second}}</p>
            <h2>What it cost</h2>
            <table><thead><tr><th>Item</th><th>Paid</th></tr></thead><tbody><tr><td>Trams</td><td>51</td></tr><tr><td>Depot</td><td>18</td></tr></tbody></table>
            <blockquote><p>Nine years of fences in front of the door.</p><footer>— <cite>Joan Pell</cite>, bookseller</footer></blockquote>
            <p>{{Third}}</p>
            <p>Advertisement</p>
            <ul><li>a single journey costs £2.20</li><li>children travel free<ul><li>on weekdays</li></ul></li></ul>
            <p>{{Second}}</p>
          </article>
          <aside><h3>Most read</h3><p>Something else entirely that nobody asked for.</p></aside>
          <div id="comments"><p>First!</p></div>
          <footer>© 2026 The Hallowmere Post</footer>
        </body></html>
        """;

    [Fact]
    public void A_saved_page_gives_its_article_alone()
    {
        var article = Reading.Article("tram.html", Page);

        Assert.Equal(
            [
                First, "Passengers board at Corn Exchange on Sunday.", $"Line\u00a01 is long; see the map. {Second}", "What it cost", "Item | Paid\nTrams | 51\nDepot | 18",
                "Nine years of fences in front of the door.\n— Joan Pell, bookseller", Third, "a single journey costs £2.20\nchildren travel free\n  on weekdays", Second,
            ],
            article.Words());
        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.Caption, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Table, BlockKind.Quote, BlockKind.Paragraph, BlockKind.List, BlockKind.Paragraph],
            article.Blocks.Select(block => block.Kind));
        Assert.Equal(("Jane Doe", "Joan Pell, bookseller", true), (article.Blocks[1].Credit, article.Blocks[5].Attribution, article.Blocks[4].HasHeader));
        Assert.Equal(["Item | Paid", "Trams | 51", "Depot | 18"], article.Parts(article.Blocks[4]));
        Assert.Equal(["a single journey costs £2.20", "children travel free", "on weekdays"], article.Parts(article.Blocks[7]));
        Assert.Equal(
            [(InlineKind.Emphasis, "is long", null), (InlineKind.Link, "the map", "https://post.example/map")],
            article.Inlines.Select(inline => (inline.Kind, inline.Span.In(article.Text), inline.Target)));
    }

    [Fact]
    public void A_saved_page_says_who_wrote_it_and_when()
    {
        var article = Reading.Article("tram.html", Page);

        Assert.Equal("First tram runs & rings in Hallowmere", article.Title);
        Assert.Equal("Ines Okafor, Tom Arkwright", article.Byline);
        Assert.Equal(new DateTimeOffset(2026, 5, 18, 7, 30, 0, TimeSpan.FromHours(1)), article.Published);
        Assert.Equal(new DateTimeOffset(2026, 5, 19, 9, 10, 0, TimeSpan.Zero), article.Updated);
        Assert.Equal(("https://post.example/tram", "en"), (article.Source?.AbsoluteUri, article.Language));
    }

    [Fact]
    public void Meta_elements_speak_when_there_is_no_linked_data()
    {
        var article = Reading.Article("a.html", $"""
            <html lang="de"><head><meta property="og:title" content="Der Titel"><meta name="author" content="Von Katrin Vollmer">
            <meta property="article:published_time" content="2026-06-06T08:00:00Z"><meta property="og:url" content="https://blatt.example/bad">
            <script type="application/ld+json">broken</script></head><body><article><p>{First}</p><p>{Second}</p><p>{Third}</p></article></body></html>
            """);

        Assert.Equal(("Der Titel", "Katrin Vollmer", "de"), (article.Title, article.Byline, article.Language));
        Assert.Equal(new DateTimeOffset(2026, 6, 6, 8, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Equal("https://blatt.example/bad", article.Source?.AbsoluteUri);
    }

    [Fact]
    public void A_page_without_dates_has_none()
    {
        Assert.Null(Reading.Article("a.html", $"<title>T</title><p>{First}</p><p>{Second}</p><p>{Third}</p>").Published);
    }

    [Fact]
    public void A_short_page_is_read_all_the_same()
    {
        var article = Reading.Article("a.html", "<title>The title</title><nav>Home</nav><p>One &lt;b&gt; two.</p><script>x()</script>");

        Assert.Equal(("The title", "One <b> two."), (article.Title, article.Text));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-15")]
    public void The_declared_charset_is_heeded(string charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var article = Reading.Article("a.html", encoding.GetBytes($"<meta charset=\"{charset}\"><title>T</title><p>Größe: 5 €.</p>"));

        Assert.Equal("Größe: 5 €.", article.Text);
    }

    [Fact]
    public void Bytes_that_are_not_of_the_charset_are_reported()
    {
        var problem = Reading.Problem("a.html", Encoding.Latin1.GetBytes("<title>T</title>\n<p>Größe</p>"));

        Assert.Equal((2, "Save the file as UTF-8."), (problem.Line, problem.Cure));
        Assert.StartsWith("It is not UTF-8", problem.Message, StringComparison.Ordinal);
    }
}
