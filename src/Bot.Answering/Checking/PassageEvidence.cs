using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Checking;

/// <summary>Reads the sentences of a passage as evidence.</summary>
internal static class PassageEvidence
{
    private const int FarthestSpeaker = 3;

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
            sentences[at].Speeches = SpeechReader.Read(sentences[at].Statement, sentences[at].Quoted);
        }

        foreach (var sentence in sentences.Where(sentence => sentence.IsQuoted && sentence.Speeches.IsEmpty))
        {
            Attribute(sentence);
        }

        return sentences;
    }

    // A quotation's speaker may be named in the sentence after it or before it.
    private static void Attribute(Evidence sentence)
    {
        var whole = new TextSpan(0, sentence.Statement.Text.Length);
        var source = Nearest(sentence, static other => other.Next) ?? Nearest(sentence, static other => other.Previous);
        if (source is not null)
        {
            sentence.SpokenIn = source;
            sentence.Speeches = [.. source.Speeches.Where(speech => speech.Frame.Length > 0).Select(speech =>
                speech with { Covered = [whole], Frame = default })];
            return;
        }

        var by = sentence.Passage.Attribution is { } attribution
            ? SpeakerReader.Read(new Statement(attribution, sentence.Statement.Language)) : Speaker.Unknown;
        sentence.Speeches = [new Speech(Speech.Say, by, [whole])];
    }

    private static Evidence? Nearest(Evidence from, Func<Evidence, Evidence?> step)
    {
        var other = step(from);
        for (var distance = 0; other is not null && distance < FarthestSpeaker; distance++, other = step(other))
        {
            if (!other.Quoted.IsEmpty && other.Speeches.Any(speech => speech.Frame.Length > 0))
            {
                return other;
            }

            if (!other.IsQuoted)
            {
                // "…," he went on. A narrator's sentence between ends the search, unless it introduces the quotation.
                return other.Speeches.Any(speech => speech.Frame.Length > 0) && other.Statement.Text.TrimEnd() is [.., ':'] ? other : null;
            }
        }

        return null;
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
