using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>Finds what a block may be divided between: the sentences of prose, the items of a list, the rows of a table.</summary>
internal static class BlockUnits
{
    /// <summary>The units of <paramref name="block"/>, each as its sentences; none when the block is blank.</summary>
    public static ImmutableArray<ImmutableArray<TextSpan>> Of(Article article, Block block) => block switch
    {
        { Kind: BlockKind.Table } => [.. Parts(article.Text, block).Select(row => Row(article.Text, row)).Where(row => row.Length > 0)],
        { Kind: BlockKind.List, Parts.Length: > 0 } =>
            [.. Parts(article.Text, block).Select(item => SentenceSplitter.Split(article.Text, item, article.Language)).Where(item =>
                item.Length > 0)],
        _ => [.. SentenceSplitter.Split(article.Text, block.Span, article.Language).Select(sentence => ImmutableArray.Create(sentence))],
    };

    // A row is one sentence whatever its cells say, unless it is too long for one.
    private static ImmutableArray<TextSpan> Row(string text, TextSpan row)
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        LongSentence.AddTo(sentences, text, row);
        return sentences.ToImmutable();
    }

    // From each part's start to the next one's, so that nothing between them is lost.
    private static IEnumerable<TextSpan> Parts(string text, Block block)
    {
        var starts = block.Parts.IsDefaultOrEmpty ? LineStarts(text, block.Span) : block.Parts.Select(part => part.Start);
        var start = block.Span.Start;
        foreach (var next in starts.Skip(1).Append(block.Span.End))
        {
            yield return new(start, next);
            start = next;
        }
    }

    private static IEnumerable<int> LineStarts(string text, TextSpan span)
    {
        yield return span.Start;
        for (var at = span.Start; at < span.End; at++)
        {
            if (text[at] == '\n')
            {
                yield return at + 1;
            }
        }
    }
}
