using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>
/// Joins very short paragraphs with a neighbour: the one before, or the one after when nothing before takes them. Never across
/// a heading, another kind of block or a change of speaker; when in doubt paragraphs stay apart.
/// </summary>
internal sealed class ShortParagraphs(Article article, PassageBounds bounds)
{
    private readonly SentenceLanguage _language = SentenceLanguage.For(article.Language);

    /// <summary>The drafts, short paragraphs joined.</summary>
    public IEnumerable<PassageDraft> Join(IEnumerable<PassageDraft> drafts)
    {
        PassageDraft? group = null;
        foreach (var draft in drafts)
        {
            if (group is not null && Belong(group, draft))
            {
                group = group with { Units = [.. group.Units, .. draft.Units] };
                continue;
            }

            if (group is not null)
            {
                yield return group;
            }

            group = draft;
        }

        if (group is not null)
        {
            yield return group;
        }
    }

    private bool Belong(PassageDraft group, PassageDraft next) =>
        group.Kind == PassageKind.Paragraph && next.Kind == PassageKind.Paragraph
        && (group.Span.Length < bounds.ShortParagraph || next.Span.Length < bounds.ShortParagraph)
        && next.Span.End - group.Span.Start <= bounds.Joined
        && !Introduces(next)
        && VoiceOf(group).Matches(VoiceOf(next));

    // A short line without a full stop ("Early life", "He asked for three things:") leads to what follows, not back.
    private bool Introduces(PassageDraft draft)
    {
        var words = draft.Span.Over(article.Text);
        while (words.Length > 0 && SentenceMarks.IsCloser(words[^1]))
        {
            words = words[..^1];
        }

        return words.Length > 0 && words.Length < bounds.ShortParagraph && !SentenceMarks.IsTerminator(words[^1]);
    }

    private Voice VoiceOf(PassageDraft draft) => Voice.Of(article.Text, draft.Span, _language);
}
