namespace Bot.Knowledge.Articles;

/// <summary>A field of an article's front matter that an answer about the article itself may cite.</summary>
public enum ArticleField
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>When it was published.</summary>
    Published,

    /// <summary>When it was last updated.</summary>
    Updated,

    /// <summary>Where it first appeared.</summary>
    Source,
}
