using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Answers;

/// <summary>The exact words of an article that support something Bot says; always within one sentence.</summary>
public sealed record Citation
{
    /// <summary>A stable name: the same words at the same place of the same article always have the same one.</summary>
    public required string Id { get; init; }

    /// <summary>The number shown to readers, from 1 in order of first appearance; 0 while it has none.</summary>
    public int Number { get; init; }

    /// <summary>The article, in the version that was cited.</summary>
    public required Article Article { get; init; }

    /// <summary>The passage; <see langword="null"/> when the words are a front matter field's.</summary>
    public Passage? Passage { get; init; }

    /// <summary>Where the words stand in the article's text; empty when they are a front matter field's.</summary>
    public TextSpan Span { get; init; }

    /// <summary>The front matter field the words are of; <see langword="null"/> when they stand in the text.</summary>
    public ArticleField? Field { get; init; }

    /// <summary>The cited words.</summary>
    public string Quote => Field is { } cited ? Article.WordsOf(cited)! : Span.In(Article.Text);

    /// <summary>Where the words are, for people and logs: <c>slug#7</c>, or <c>slug#published</c> for a field.</summary>
    public string Place => Passage is { } passage ? passage.Id.ToString() : $"{Article.Slug}#{FieldName}";

    /// <summary>Cites words of a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="span">The words, within one of its sentences.</param>
    public static Citation Of(Passage passage, TextSpan span) => new()
    {
        Id = IdOf(passage.Article, string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}"), span.In(passage.Article.Text)),
        Article = passage.Article,
        Passage = passage,
        Span = span,
    };

    /// <summary>Cites a field of an article's front matter, which must have it.</summary>
    public static Citation Of(Article article, ArticleField field) => new()
    {
        Id = IdOf(article, field.ToString(), article.WordsOf(field)!),
        Article = article,
        Field = field,
    };

    private string? FieldName => Field?.ToString().ToLowerInvariant();

    private static string IdOf(Article article, string place, string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{article.Slug}\n{place}\n{words}")))[..16];
}
