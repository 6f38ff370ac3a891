using System.Collections.Immutable;
using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Reading.Blocks;

/// <summary>
/// A block's words in NFC with its marks where they stand then. The words are normalised piece by piece between the marks' ends; a
/// mark that ends within a character (between a letter and its accent) has no place in the result and is left out.
/// </summary>
internal sealed record SettledText(string Words, ImmutableArray<Inline> Inlines, ImmutableArray<TextSpan> Parts)
{
    public static SettledText Of(BlockDraft draft)
    {
        var raw = draft.Raw;
        var words = Characters.Normalize(raw);
        if (words == raw)
        {
            return new(words, Moved(draft.Inlines, Clamp), [.. draft.Parts.Select(Clamp)]);
        }

        // Items and rows end at line breaks, which never join with a neighbour: their ends always have a place.
        return Moved(draft, words, raw, draft.Inlines)
            ?? Moved(draft, words, raw, [])
            ?? new(words, [], []);

        TextSpan Clamp(TextSpan span) => new(Math.Min(span.Start, raw.Length), Math.Min(span.End, raw.Length));
    }

    private static SettledText? Moved(BlockDraft draft, string words, string raw, IReadOnlyList<Inline> inlines)
    {
        var ends = inlines.Select(inline => inline.Span).Concat(draft.Parts).SelectMany(span => new[] { span.Start, span.End })
            .Where(end => end <= raw.Length).Append(raw.Length).Distinct().Order();
        var places = new Dictionary<int, int>();
        var joined = new StringBuilder();
        var from = 0;
        foreach (var end in ends)
        {
            joined.Append(Characters.Normalize(raw[from..end]));
            places[end] = joined.Length;
            from = end;
        }

        TextSpan Move(TextSpan span) => new(places[Math.Min(span.Start, raw.Length)], places[Math.Min(span.End, raw.Length)]);
        return joined.ToString() == words
            ? new(words, Moved(inlines, Move), [.. draft.Parts.Select(Move)])
            : null;
    }

    private static ImmutableArray<Inline> Moved(IEnumerable<Inline> inlines, Func<TextSpan, TextSpan> move) =>
        [.. inlines.Select(inline => inline with { Span = move(inline.Span) }).Where(inline => inline.Span.Length > 0)];
}
