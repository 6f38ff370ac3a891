using Bot.Answering.Questions;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Composing;

/// <summary>Gives a sentence that is somebody's speech the words that say whose, when these stand in a neighbouring sentence.</summary>
internal static class Attribution
{
    private const string Quotes = "\"“”„«»「」";

    /// <summary>The sentence as it may stand alone.</summary>
    public static string Attribute(SearchHit hit)
    {
        var passage = hit.Passage;
        var spoken = Quotations(passage.Text).Select(span => span.Shift(passage.Span.Start)).ToArray();
        var words = Trim(passage.Article.Text, hit.Span);
        if (!spoken.Any(span => span.Contains(words)))
        {
            return hit.Text;
        }

        return Attributing(passage, spoken) is { } who ? $"{who}: “{words.In(passage.Article.Text)}”" : hit.Text;
    }

    // "… badly," Trump said in a December video. "We have …": what stands between quotations and has a verb of saying.
    private static string? Attributing(Passage passage, TextSpan[] spoken)
    {
        var speech = QuestionWords.Of(passage.Article.Language).Speech;
        return passage.Sentences
            .SelectMany(sentence => Outside(sentence, spoken))
            .Select(span => span.In(passage.Article.Text).Trim().TrimEnd('.', ',', ':', ' ').TrimStart(',', ' '))
            .FirstOrDefault(words => Phrases.Of(words).HasAny(speech));
    }

    private static IEnumerable<TextSpan> Outside(TextSpan sentence, TextSpan[] spoken)
    {
        var from = sentence.Start;
        foreach (var span in spoken.Where(span => span.Overlaps(sentence)))
        {
            if (span.Start - 1 > from)
            {
                yield return new(from, span.Start - 1);
            }

            from = Math.Min(sentence.End, span.End + 1);
        }

        if (from < sentence.End)
        {
            yield return new(from, sentence.End);
        }
    }

    // The words between quotation marks, without the marks; an unclosed quotation runs to the end.
    private static IEnumerable<TextSpan> Quotations(string text)
    {
        var open = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Quotes.Contains(text[at], StringComparison.Ordinal))
            {
                continue;
            }

            if (open < 0)
            {
                open = at + 1;
            }
            else
            {
                yield return new(open, at);
                open = -1;
            }
        }

        if (open >= 0)
        {
            yield return new(open, text.Length);
        }
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && Quotes.Contains(text[start], StringComparison.Ordinal))
        {
            start++;
        }

        while (end > start && Quotes.Contains(text[end - 1], StringComparison.Ordinal))
        {
            end--;
        }

        return new(start, end);
    }
}
