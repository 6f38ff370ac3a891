using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Reading.FrontMatters;

/// <summary>What a file says about its article; <see langword="null"/> where it says nothing.</summary>
internal sealed record FrontMatter
{
    public static FrontMatter None { get; } = new();

    public string? Title { get; init; }

    public string? Byline { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public Uri? Source { get; init; }

    public string? Language { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public ArticleStatus? Status { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public ArticleDisplay? Display { get; init; }

    /// <summary>This, with what it leaves open taken from <paramref name="other"/>.</summary>
    public FrontMatter Or(FrontMatter other) => new()
    {
        Title = Title ?? other.Title,
        Byline = Byline ?? other.Byline,
        Published = Published ?? other.Published,
        Updated = Updated ?? other.Updated,
        Source = Source ?? other.Source,
        Language = Language ?? other.Language,
        Tags = Tags.IsEmpty ? other.Tags : Tags,
        Status = Status ?? other.Status,
        PublishAt = PublishAt ?? other.PublishAt,
        Display = Display ?? other.Display,
    };
}
