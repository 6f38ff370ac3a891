namespace Bot.Knowledge.Articles;

/// <summary>How much of an article our own article page may show.</summary>
public enum ArticleDisplay
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>Only the passages that an answer cites.</summary>
    Excerpt,

    /// <summary>Its title and a link to its source.</summary>
    Link,
}
