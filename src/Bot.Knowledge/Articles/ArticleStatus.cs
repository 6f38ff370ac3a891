namespace Bot.Knowledge.Articles;

/// <summary>Where an article stands in its life. Only a published one is served to readers.</summary>
public enum ArticleStatus
{
    /// <summary>Being written: only editors may ask it.</summary>
    Draft,

    /// <summary>Served to readers from its <see cref="Article.PublishAt"/> on.</summary>
    Published,

    /// <summary>Taken back: only editors may ask it.</summary>
    Withdrawn,
}
