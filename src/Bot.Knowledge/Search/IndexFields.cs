namespace Bot.Knowledge.Search;

/// <summary>The names of the index's fields. Each language has its own, so that words and statistics of two languages never mix.</summary>
internal static class IndexFields
{
    /// <summary>The number of the article's version, on every sentence.</summary>
    public const string Article = "article";

    /// <summary>The article's words as they are written, whatever its language, on its first sentence.</summary>
    public const string Written = "written";

    /// <summary>The file an article was read from, on its first sentence, when it is kept.</summary>
    public const string File = "file";

    /// <summary>The article itself, as a value of its first sentence, when it is kept.</summary>
    public const string Kept = "kept";

    /// <summary>A sentence's words.</summary>
    public static string Sentence(string language) => "sentence." + language;

    /// <summary>The words of a passage's heading, table header and credit, on its first sentence.</summary>
    public static string Heading(string language) => "heading." + language;

    /// <summary>The words of the article's title, on its first sentence.</summary>
    public static string Title(string language) => "title." + language;
}
