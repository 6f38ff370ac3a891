using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.Pages;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = Markdig.Syntax.Block;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>
/// A paragraph that is a picture: its caption is an emphasised line below, else the picture's title, else its description.
/// </summary>
internal sealed class MarkdownImage
{
    private static readonly PictureCredit Credits = new(PageWords.Shipped);
    private readonly string _description;
    private readonly string? _title;
    private readonly string? _caption;

    private MarkdownImage(LinkInline image, string? caption)
    {
        _description = Words(image);
        _title = Characters.OneLine(image.Title);
        _caption = caption;
    }

    public bool HasCaption => _caption is not null;

    public static MarkdownImage? Of(Block block)
    {
        var inlines = Inlines(block);
        if (inlines.Count == 0 || Image(inlines[0]) is not { } image)
        {
            return null;
        }

        return inlines.Count == 1 ? new(image, null)
            : inlines.Skip(1).All(inline => inline is EmphasisInline)
            ? new(image, string.Join(' ', inlines.OfType<EmphasisInline>().Select(Words)))
            : null;
    }

    public static string? CaptionBelow(Block block) =>
        Inlines(block) is [EmphasisInline { DelimiterCount: 1 } emphasis] ? Words(emphasis) : null;

    public BlockDraft ToCaption(string? below)
    {
        var titleCredit = _title is null ? null : Credits.Whole(_title);
        var words = _caption ?? below ?? (titleCredit is null ? _title : null) ?? _description;
        var split = Credits.Split(words);
        return new BlockDraft(BlockKind.Caption) { Credit = split?.Credit ?? titleCredit }.Append(split?.Caption ?? words);
    }

    private static List<Markdig.Syntax.Inlines.Inline> Inlines(Block block) =>
        [.. ((block as ParagraphBlock)?.Inline ?? []).Where(inline => !IsBlank(inline))];

    private static bool IsBlank(Markdig.Syntax.Inlines.Inline inline) =>
        inline is LineBreakInline || (inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace());

    private static LinkInline? Image(Markdig.Syntax.Inlines.Inline inline) => inline switch
    {
        LinkInline { IsImage: true } image => image,
        LinkInline { FirstChild: LinkInline { IsImage: true } image } link when image == link.LastChild => image,
        _ => null,
    };

    private static string Words(ContainerInline inline)
    {
        var draft = new BlockDraft(BlockKind.Caption);
        MarkdownInlines.Write(inline, draft);
        return draft.Words;
    }
}
