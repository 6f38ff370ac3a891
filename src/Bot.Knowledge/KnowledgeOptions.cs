using System.ComponentModel.DataAnnotations;

namespace Bot.Knowledge;

/// <summary>Where the articles are and how much of them Bot takes in. Bound to the section <c>Knowledge</c>.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Knowledge";

    /// <summary>The folder of articles, or one file of them; relative to the working directory unless rooted.</summary>
    [Required]
    public string Path { get; set; } = "knowledge";

    /// <summary>
    /// The folder where the index is kept between starts, so that a restart reads and indexes only what changed; <see langword="null"/> keeps it in
    /// memory and makes it anew. Relative to the working directory unless rooted, on a local disk, and not within <see cref="Path"/>.
    /// </summary>
    public string? IndexFolder { get; set; }

    /// <summary>The largest file that holds one article, and the longest line of a <c>.jsonl</c> file, in bytes.</summary>
    [Range(1_024, 268_435_456)]
    public int MaxFileBytes { get; set; } = 4_194_304;

    /// <summary>The largest <c>.jsonl</c> file of many articles, in bytes.</summary>
    [Range(1_024, 1_073_741_824)]
    public int MaxCollectionBytes { get; set; } = 268_435_456;

    /// <summary>The most articles that are served; those beyond it are reported.</summary>
    [Range(1, 1_000_000)]
    public int MaxArticles { get; set; } = 20_000;

    /// <summary>How deep the elements of a file (HTML elements, Markdown blocks, YAML or JSON values) may be nested.</summary>
    [Range(8, 400)]
    public int MaxNesting { get; set; } = 96;

    /// <summary>The language (a BCP 47 primary subtag) of an article that names none and whose words give no clue.</summary>
    [Required]
    [RegularExpression("[a-z]{2,3}")]
    public string DefaultLanguage { get; set; } = "en";
}
