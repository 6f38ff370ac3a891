namespace Bot.Fuzz.Targets;

/// <summary>Articles in every form, and the words that mean something in each.</summary>
internal static class ArticleSeeds
{
    private const string Markdown =
        """
        ---
        title: A bridge falls in Lorne
        byline: Maya Cole
        published: 2024-05-14
        updated: 2024-05-15T06:00:00Z
        source: https://example.org/bridge
        language: en
        tags: [traffic, "Lorne"]
        status: published
        publish_at: 2024-05-14T06:00:00+02:00
        display: full
        ---
        # A bridge falls in Lorne

        The **old** road bridge at [Lorne](https://example.org/lorne "Lorne") fell on *Monday*. Nobody was hurt.

        ## What it costs

        - one
          - two
        - three

        1. first
        2. second

        | year | cost |
        |------|-----:|
        | 2023 | 31   |
        | 2024 | `40` |

        > “We will rebuild it.”
        > — Joan Pell

        ![The bridge](bridge.jpg "Photo: Jane Doe")
        *The bridge in May. Photo: Jane Doe*

        ```
        code
        ```

        <div><p>Raw &amp; marked.</p></div>
        """;

    private const string Html =
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A bridge falls</title>
        <meta name="author" content="Maya Cole"><meta property="article:published_time" content="2024-05-14T06:00:00Z">
        <link rel="canonical" href="https://example.org/bridge">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge falls","author":[{"name":"Maya Cole"}],"datePublished":"2024-05-14"}</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>A bridge falls</h1><p class="byline">By Maya Cole</p>
        <p>The <b>old</b> road bridge at <a href="/lorne">Lorne</a> fell on <em>Monday</em>.<br>Nobody was hurt.</p>
        <h2>What it costs</h2><ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>
        <table><thead><tr><th>year</th><th>cost</th></tr></thead><tbody><tr><td>2023</td><td rowspan="2">31</td></tr></tbody></table>
        <blockquote><p>We will rebuild it.</p><cite>Joan Pell</cite></blockquote>
        <figure><img src="b.jpg" alt="The bridge"><figcaption>The bridge. Photo: Jane Doe</figcaption></figure>
        <pre>code
          more</pre></article><footer>Imprint</footer></body></html>
        """;

    private const string PlainText =
        """
        A bridge falls in Lorne
        By Maya Cole
        14 May 2024

        The old road bridge at Lorne fell into the river on Monday morning. Nobody was hurt.

        "We will rebuild it," said Joan Pell, the mayor of Lorne.
        It was built in 1911.

        * one
        * two
        """;

    private const string Lines =
        """
        {"id":"bridge","title":"A bridge falls","text":"The bridge fell.\n\nNobody was hurt.","published":"2024-05-14","source":"https://example.org/b"}
        {"id":"ferry","title":"A ferry sails","paragraphs":["It sails every twenty minutes.","It is free."],"language":"en","tags":["river"]}
        """;

    private static readonly string[] Fields =
    [
        "---\n", "title: ", "byline: ", "published: ", "updated: ", "source: ", "language: ", "tags: [", "status: draft\n", "publish_at: ", "display: link\n", "2024-02-30", "&a ", "*a", "!!binary ", "|\n  ", ">-\n  ", "? ", "- ", "{", "}", "'", "\"", "#",
    ];

    private static readonly string[] Marks =
    [
        "# ", "###### ", "\n\n", "> ", "- ", "1. ", "\t", "    ", "|", "|---|\n", "**", "*", "_", "`", "```\n", "~~~\n", "[", "](", ")", "![", "<div>", "</div>", "<!--", "-->", "<br>", "&amp;", "&#x0;", "&#769;", "[^1]", "[^1]: ", "\\", "~~", "==", "***\n", "<https://x.example>", "“", "— ",
    ];

    private static readonly string[] Elements =
    [
        "<p>", "</p>", "<div>", "</div>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</td></tr></table>", "<blockquote>", "</blockquote>", "<figure>", "<figcaption>", "<script>", "</script>", "<style>", "<svg>", "<math>", "<template>", "<!--", "-->", "<![CDATA[", "<pre>", "<br>", "<a href=\"javascript:x\">", "</a>",
        "<h1>", "</h1>", "<b>", "<i>", "<em>", " rowspan=\"999999\"", " colspan=\"65535\"", "<meta charset=\"utf-16\">", "<base href=\"//x\">", "&#0;", "&#xD800;", "&nbsp;", "&unknown;", "<iframe>", "<noscript>", "<article>", "</article>", "<p hidden>", "<plaintext>",
    ];

    private static readonly string[] Names =
        ["\"id\":", "\"title\":", "\"text\":", "\"paragraphs\":", "\"published\":", "\"source\":", "\"language\":", "\"tags\":", "\"status\":", "\n", "{", "}", "[", "]", ",", ":", "\\u0000", "\\ud800", "\\n"];

    public static IEnumerable<ArticleTarget> Targets =>
    [
        new("markdown", ".md", Texts.Of(Markdown, Markdown[(Markdown.LastIndexOf("---", StringComparison.Ordinal) + 4)..], "---\ntitle: T\n---\nOne. Two."), [.. Fields, .. Marks]),
        new("front-matter", ".md", Texts.Of(Markdown[..(Markdown.IndexOf("# What", StringComparison.Ordinal) - 1)], "---\ntitle: T\ntags:\n  - a\n  - b\n---\nText."), Fields),
        new("html", ".html", Texts.Of(Html, "<p>One.</p><p>Two.</p>"), Elements),
        new("text", ".txt", Texts.Of(PlainText, "T\n\nOne. Two!"), ["\n\n", "By ", "* ", "— ", "\"", "”", "U.S. ", "Mr. ", "...", "!?", "。", "14 May 2024", "Photo: "]),
        new("jsonl", ".jsonl", Texts.Of(Lines), Names),
    ];

    /// <summary>A page, for the import.</summary>
    public static string Page => Html;

    /// <summary>What means something in a page.</summary>
    public static IReadOnlyList<string> PageWords => Elements;
}
