using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Host.Articles;

/// <summary>Writes ranges of an article's text with its inline markup, the anchors of its passages, and the cited words marked.</summary>
internal sealed class TextHtml
{
    private readonly Html _html;
    private readonly Article _article;
    private readonly ImmutableArray<Inline> _inlines;
    private readonly ImmutableArray<Passage> _passages;
    private readonly Highlight? _highlight;
    private bool _marked;
    private int _firstInline;
    private int _nextAnchor;

    public TextHtml(Html html, Article article, ImmutableArray<Passage> passages, Highlight? highlight)
    {
        (_html, _article, _highlight) = (html, article, highlight is { InText: true } ? highlight : null);
        _inlines = [.. article.Inlines.OrderBy(inline => inline.Span.Start)];
        _passages = passages;
    }

    /// <summary>Writes the words of a range, which stands behind those written before.</summary>
    public void Write(TextSpan span)
    {
        SkipTo(span.Start);
        var near = Near(span);
        var cuts = Cuts(span, near);
        for (var at = 0; at + 1 < cuts.Count; at++)
        {
            Anchor(cuts[at]);
            Piece(new(cuts[at], cuts[at + 1]), near);
        }
    }

    // What lies before is never looked at again: the whole costs no more than its length.
    private void SkipTo(int start)
    {
        while (_firstInline < _inlines.Length && _inlines[_firstInline].Span.End <= start)
        {
            _firstInline++;
        }

        while (_nextAnchor < _passages.Length && _passages[_nextAnchor].Span.Start < start)
        {
            _nextAnchor++;
        }
    }

    private ImmutableArray<Inline> Near(TextSpan span) =>
        [.. _inlines.Skip(_firstInline).TakeWhile(inline => inline.Span.Start < span.End).Where(inline => inline.Span.Overlaps(span))];

    private List<int> Cuts(TextSpan span, ImmutableArray<Inline> near)
    {
        var edges = near.SelectMany(inline => new[] { inline.Span.Start, inline.Span.End })
            .Concat(_highlight is { } marked ? [marked.Span.Start, marked.Span.End] : [])
            .Concat(_passages.Skip(_nextAnchor).Select(passage => passage.Span.Start).TakeWhile(start => start < span.End))
            .Where(edge => edge > span.Start && edge < span.End);
        return [.. edges.Append(span.Start).Append(span.End).Distinct().Order()];
    }

    private void Anchor(int at)
    {
        if (_nextAnchor < _passages.Length && _passages[_nextAnchor].Span.Start == at)
        {
            _html.Write($"<span class=\"anchor\" id=\"p{_passages[_nextAnchor].Id.Ordinal}\"></span>");
            _nextAnchor++;
        }
    }

    private void Piece(TextSpan piece, ImmutableArray<Inline> near)
    {
        var around = near.Where(inline => inline.Span.Contains(piece)).ToArray();
        foreach (var inline in around)
        {
            Open(inline);
        }

        var cited = _highlight is { } highlight && highlight.Span.Contains(piece) ? highlight : null;
        if (cited is not null)
        {
            OpenMark(cited);
        }

        _html.Text(piece.In(_article.Text));
        if (cited is not null)
        {
            _html.Write($"</mark>");
        }

        foreach (var inline in around.Reverse())
        {
            Close(inline);
        }
    }

    // One citation may be many pieces; its name leads to the first.
    private void OpenMark(Highlight cited)
    {
        if (_marked)
        {
            _html.Write($"<mark>");
            return;
        }

        _marked = true;
        _html.Write($"<mark id=\"{cited.Id}\">");
    }

    private void Open(Inline inline)
    {
        switch (inline)
        {
            case { Kind: InlineKind.Emphasis }:
                _html.Write($"<em>");
                break;
            case { Kind: InlineKind.Strong }:
                _html.Write($"<strong>");
                break;
            case { Kind: InlineKind.Code }:
                _html.Write($"<code>");
                break;
            case { Kind: InlineKind.Link, Target: { } target } when WebLink.IsSafe(target):
                _html.Write($"<a href=\"{target}\" rel=\"noopener nofollow\">");
                break;
        }
    }

    private void Close(Inline inline)
    {
        switch (inline)
        {
            case { Kind: InlineKind.Emphasis }:
                _html.Write($"</em>");
                break;
            case { Kind: InlineKind.Strong }:
                _html.Write($"</strong>");
                break;
            case { Kind: InlineKind.Code }:
                _html.Write($"</code>");
                break;
            case { Kind: InlineKind.Link, Target: { } target } when WebLink.IsSafe(target):
                _html.Write($"</a>");
                break;
        }
    }
}
