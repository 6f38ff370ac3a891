using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Knowledge.Tests.Search;

/// <summary>Articles written in a line: blocks are parted by blank lines, sentences end at ". ", "# " starts a heading, "! " a caption.</summary>
internal static class Written
{
    public static (Article Article, ImmutableArray<Passage> Passages) Article(string slug, string text, string title = "Untitled", string language = "en")
    {
        List<Block> blocks = [];
        var start = 0;
        foreach (var block in text.Split("\n\n"))
        {
            var kind = block.StartsWith("# ", StringComparison.Ordinal) ? BlockKind.Heading
                : block.StartsWith("! ", StringComparison.Ordinal) ? BlockKind.Caption : BlockKind.Paragraph;
            blocks.Add(new(kind, new(start, start + block.Length)));
            start += block.Length + 2;
        }

        var article = new Article { Slug = slug, Title = title, Language = language, Text = text, Blocks = [.. blocks] };
        return (article, Split(article));
    }

    private static ImmutableArray<Passage> Split(Article article)
    {
        List<Passage> passages = [];
        string? heading = null;
        foreach (var block in article.Blocks)
        {
            heading = block.Kind == BlockKind.Heading ? block.Span.In(article.Text) : heading;
            passages.Add(new(article, passages.Count + 1, Enum.Parse<PassageKind>(block.Kind.ToString()), block.Span, Sentences(article.Text, block.Span))
            {
                Heading = block.Kind == BlockKind.Heading ? null : heading,
            });
        }

        return [.. passages];
    }

    private static ImmutableArray<TextSpan> Sentences(string text, TextSpan block)
    {
        List<TextSpan> sentences = [];
        for (var start = block.Start; start < block.End;)
        {
            var end = text.IndexOf(". ", start, block.End - start, StringComparison.Ordinal);
            end = end < 0 ? block.End : end + 1;
            sentences.Add(new(start, end));
            start = end + 1;
        }

        return [.. sentences];
    }
}
