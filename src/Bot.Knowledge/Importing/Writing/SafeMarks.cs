using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Importing.Writing;

/// <summary>
/// The marks on words that Markdown can say without changing the words: its emphasis is read by what stands around it, and two marks that
/// touch are read as one. Those it cannot say are left out, for the words count.
/// </summary>
internal static class SafeMarks
{
    /// <param name="words">The words.</param>
    /// <param name="inlines">The marks on them, by start.</param>
    /// <param name="inTable">Whether the words are of a table, where links and code hold no bar.</param>
    public static ImmutableArray<Inline> Of(string words, IEnumerable<Inline> inlines, bool inTable)
    {
        var kept = ImmutableArray.CreateBuilder<Inline>();
        foreach (var inline in inlines.Where(inline => CanStand(words, inline, inTable)).OrderBy(inline => inline.Span.Start).ThenByDescending(inline => inline.Span.End))
        {
            if (kept.All(other => AreApart(other, inline)))
            {
                kept.Add(inline);
            }
        }

        return kept.ToImmutable();
    }

    private static bool CanStand(string words, Inline inline, bool inTable)
    {
        var marked = inline.Span.In(words);
        return inline.Kind switch
        {
            InlineKind.Link => inline.Target is { } target && !(inTable && (target.Contains('|', StringComparison.Ordinal) || marked.Contains('|', StringComparison.Ordinal))) && !marked.Contains('\n', StringComparison.Ordinal),
            InlineKind.Code => !marked.AsSpan().ContainsAny("`\n|\\") && marked.Trim() == marked,
            _ => !marked.Contains('\n', StringComparison.Ordinal) && char.IsLetterOrDigit(marked[0]) && char.IsLetterOrDigit(marked[^1])
                && IsEdge(words, inline.Span.Start - 1) && IsEdge(words, inline.Span.End),
        };
    }

    // Emphasis beside a letter is read one way in one language and another in the next.
    private static bool IsEdge(string words, int at) => at < 0 || at >= words.Length || char.IsWhiteSpace(words[at]) || words[at] is '.' or ',' or ';' or ':' or '!' or '?' or '(' or ')' or '“' or '”' or '"';

    private static bool AreApart(Inline outer, Inline inner)
    {
        var contains = outer.Span.Contains(inner.Span);
        var isNested = contains && outer.Kind != InlineKind.Code && !(outer.Kind == inner.Kind)
            && (outer.Kind == InlineKind.Link || inner.Kind is InlineKind.Link or InlineKind.Code || (outer.Span.Start < inner.Span.Start && inner.Span.End < outer.Span.End));
        return isNested || inner.Span.Start > outer.Span.End || inner.Span.End < outer.Span.Start
            || (!outer.Span.Overlaps(inner.Span) && (outer.Kind == InlineKind.Link || inner.Kind == InlineKind.Link));
    }
}
