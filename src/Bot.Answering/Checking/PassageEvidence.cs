using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Checking;

/// <summary>Reads the sentences of a passage as evidence.</summary>
internal static class PassageEvidence
{
    public static ImmutableArray<Evidence> Read(Passage passage)
    {
        var language = passage.Article.Language;
        var context = new Statement(
            string.Join(" \n ", new[] { passage.Heading, passage.TableHeader, passage.Credit, passage.Attribution }.OfType<string>()),
            language);
        var title = new Statement(passage.Article.Title, language);
        var quoted = Quoted(passage);
        var sentences = passage.Sentences.Select(span => new Evidence(passage, span, new Statement(span.In(passage.Article.Text), language))
        {
            Context = context,
            Title = title,
            Quoted = [.. quoted.Where(span.Overlaps).Select(part => Clip(part, span).Shift(-span.Start))],
        }).ToImmutableArray();
        for (var at = 0; at < sentences.Length; at++)
        {
            sentences[at].Previous = at > 0 ? sentences[at - 1] : null;
            sentences[at].Next = at + 1 < sentences.Length ? sentences[at + 1] : null;
            sentences[at].Voices = new Voices(sentences[at]);
        }

        return sentences;
    }

    private static ImmutableArray<TextSpan> Quoted(Passage passage)
    {
        var text = passage.Text;
        if (passage.Kind == PassageKind.Quote)
        {
            var end = passage.Attribution is { Length: > 0 } attribution
                && text.LastIndexOf(attribution, StringComparison.Ordinal) is var at && at > 0 ? at : text.Length;
            return [new TextSpan(passage.Span.Start, passage.Span.Start + end)];
        }

        var spans = QuotationReader.Spans(text);
        var open = text.LastIndexOf('“');
        if (open >= 0 && open >= text.LastIndexOf('”') && !spans.Any(span => span.Start == open + 1 || span.End == open))
        {
            // A quotation that goes on in the next paragraph is not closed in this one.
            spans = spans.Add(new TextSpan(open + 1, text.Length));
        }

        return [.. spans.Select(span => span.Shift(passage.Span.Start))];
    }

    private static TextSpan Clip(TextSpan span, TextSpan to) => new(Math.Max(span.Start, to.Start), Math.Min(span.End, to.End));
}
