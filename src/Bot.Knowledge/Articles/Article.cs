using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Knowledge.Articles;

/// <summary>
/// An article as Bot knows it: what its front matter says of it, one canonical text, and the structure beside that text.
/// Immutable: a changed file is another article.
/// </summary>
public sealed record Article
{
    /// <summary>The article's name in addresses and citations: its path below the knowledge folder without the extension.</summary>
    public required string Slug { get; init; }

    /// <summary>The headline. It is not part of <see cref="Text"/>.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote it, as printed; <see langword="null"/> when it does not say.</summary>
    public string? Byline { get; init; }

    /// <summary>When it was published; <see langword="null"/> for an undated article. Midnight UTC when only a day is given.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last updated, if it says so.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Where it first appeared.</summary>
    public Uri? Source { get; init; }

    /// <summary>Its language: a lower-case BCP 47 primary subtag such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The topics an editor gave it.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Whether it may be served at all.</summary>
    public ArticleStatus Status { get; init; } = ArticleStatus.Published;

    /// <summary>Readers see it from this moment on; <see langword="null"/> means at once.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>How much of it our own article page may show.</summary>
    public ArticleDisplay Display { get; init; } = ArticleDisplay.Full;

    /// <summary>
    /// The canonical text: plain, NFC, <c>\n</c> line ends, blocks parted by a blank line. Every offset counts UTF-16 code units of it.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The blocks of <see cref="Text"/>, in order, never overlapping.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Emphasis, links and code within <see cref="Text"/>, in order of their start.</summary>
    public ImmutableArray<Inline> Inlines { get; init; } = [];

    /// <summary>Whether readers may be served it at <paramref name="moment"/>.</summary>
    public bool IsPublicAt(DateTimeOffset moment) => Status == ArticleStatus.Published && !(PublishAt > moment);

    /// <summary>
    /// The words of a front matter field, as a citation of it shows them; <see langword="null"/> when the article lacks it.
    /// </summary>
    public string? WordsOf(ArticleField field) => field switch
    {
        ArticleField.Title => Title,
        ArticleField.Byline => Byline,
        ArticleField.Published => DateWords(Published),
        ArticleField.Updated => DateWords(Updated),
        ArticleField.Source => Source?.OriginalString,
        _ => null,
    };

    private static string? DateWords(DateTimeOffset? moment) => moment switch
    {
        null => null,
        { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { } time => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
    };
}
