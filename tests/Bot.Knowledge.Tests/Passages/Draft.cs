using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Tests.Passages;

/// <summary>Builds an article block by block.</summary>
internal sealed class Draft(string language = "en")
{
    private readonly List<Block> _blocks = [];

    private string _text = "";

    public Draft Paragraph(string words) => Add(BlockKind.Paragraph, words);

    public Draft Heading(int level, string words) => Add(BlockKind.Heading, words, block => block with { Level = level });

    public Draft Caption(string words, string credit) => Add(BlockKind.Caption, words, block => block with { Credit = credit });

    public Draft Quote(string words, string attribution) => Add(BlockKind.Quote, words, block => block with { Attribution = attribution });

    public Draft List(params string[] items) => Add(BlockKind.List, string.Join('\n', items), block => block with { Parts = Lines(block.Span.Start, items) });

    public Draft Table(params string[] rows) =>
        Add(BlockKind.Table, string.Join('\n', rows), block => block with { Parts = Lines(block.Span.Start, rows), HasHeader = true });

    public Article Build() => new() { Slug = "draft", Title = "Draft", Language = language, Text = _text, Blocks = [.. _blocks] };

    private static ImmutableArray<TextSpan> Lines(int start, string[] lines)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var line in lines)
        {
            spans.Add(new(start, start + line.Length));
            start += line.Length + 1;
        }

        return spans.ToImmutable();
    }

    private Draft Add(BlockKind kind, string words, Func<Block, Block>? with = null)
    {
        _text += _text.Length > 0 ? "\n\n" : "";
        var block = new Block(kind, new(_text.Length, _text.Length + words.Length));
        _text += words;
        _blocks.Add(with is null ? block : with(block));
        return this;
    }
}
