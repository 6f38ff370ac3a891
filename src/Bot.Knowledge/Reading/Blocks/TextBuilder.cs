using System.Collections.Immutable;
using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Reading.Blocks;

/// <summary>
/// Writes an article's canonical text block by block. Each block is normalised before its place is known, so that offsets are right
/// by construction; the blank line between blocks joins with neither side.
/// </summary>
internal sealed class TextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly ImmutableArray<Inline>.Builder _inlines = ImmutableArray.CreateBuilder<Inline>();

    public void Add(BlockKind kind, string words) => Add(new BlockDraft(kind).Append(words));

    /// <summary>Adds a block; one without words is left out.</summary>
    public void Add(BlockDraft draft)
    {
        var settled = SettledText.Of(draft);
        if (settled.Words.Length == 0)
        {
            return;
        }

        _text.Append(_text.Length == 0 ? "" : "\n\n");
        var start = _text.Length;
        _text.Append(settled.Words);
        _blocks.Add(new(draft.Kind, new(start, _text.Length))
        {
            Level = draft.Level,
            HasHeader = draft.HasHeader,
            Credit = Characters.OneLine(draft.Credit),
            Attribution = Characters.OneLine(draft.Attribution),
            Parts = [.. settled.Parts.Select(part => part.Shift(start))],
        });
        _inlines.AddRange(settled.Inlines
            .Select(inline => inline with { Span = inline.Span.Shift(start) })
            .OrderBy(inline => inline.Span.Start)
            .ThenByDescending(inline => inline.Span.End));
    }

    /// <exception cref="UnreadableException">Nothing was added.</exception>
    public ArticleBody Build() => _blocks.Count > 0
        ? new(_text.ToString(), _blocks.ToImmutable(), _inlines.ToImmutable())
        : throw new UnreadableException(null, "It has no text.", "Write the article's text, or delete the file.");
}
