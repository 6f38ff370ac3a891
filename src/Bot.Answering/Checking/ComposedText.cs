using System.Collections.Immutable;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Checking;

/// <summary>A sentence as it was composed.</summary>
/// <param name="Text">Plain, without markers.</param>
/// <param name="Cited">The numbers of the passages that it cites, in its order; each exists.</param>
internal sealed record ComposedSentence(string Text, ImmutableArray<int> Cited);

/// <summary>What a composer wrote, cut into sentences with what each cites.</summary>
/// <param name="Sentences">The sentences, in order.</param>
/// <param name="Invented">How many numbers named no passage.</param>
internal sealed record ComposedText(ImmutableArray<ComposedSentence> Sentences, int Invented)
{
    /// <summary>
    /// Reads a composed text. A marker belongs to the sentence it stands in, or after; at the start of a line, to the one it precedes.
    /// </summary>
    /// <param name="text">The text as composed.</param>
    /// <param name="passages">How many passages there are.</param>
    /// <param name="language">The text's language.</param>
    public static ComposedText Read(string text, int passages, string language)
    {
        var marked = MarkerStream.Read(Dressing.Strip(text, Lexicon.For(language)).TrimEnd(), passages);
        var sentences = ImmutableArray.CreateBuilder<ComposedSentence>();
        var start = 0;
        while (start <= marked.Text.Length)
        {
            var end = marked.Text.IndexOf('\n', start) is var next && next < 0 ? marked.Text.Length : next;
            var line = new TextSpan(start, end);
            var found = Line(marked, line, passages, language).ToList();
            if (found.Count == 0 && sentences.Count > 0)
            {
                // A line of markers alone belongs to what it follows.
                sentences[^1] = sentences[^1] with
                {
                    Cited = [.. sentences[^1].Cited.Union(Within(marked, line).SelectMany(marker =>
                    marker.Numbers))]
                };
            }

            sentences.AddRange(found);
            start = end + 1;
        }

        return new ComposedText(sentences.ToImmutable(), marked.Invented);
    }

    private static IEnumerable<ComposedSentence> Line(MarkedText marked, TextSpan line, int passages, string language)
    {
        var spans = SentenceSplitter.Split(marked.Text, line, language);
        var cited = new List<int>[spans.Length];
        foreach (ref var numbers in cited.AsSpan())
        {
            numbers = [];
        }

        var markers = Within(marked, line).ToList();
        var leads = spans.Length > 0 && markers is [{ } first, ..] && first.At <= spans[0].Start;
        foreach (var marker in markers)
        {
            if (Owner(spans, marker.At, leads) is { } owner)
            {
                cited[owner].AddRange(marker.Numbers.Except(cited[owner]));
            }
        }

        return spans.Select((span, index) => Whole(span.In(marked.Text), cited[index], passages));
    }

    // Where a marker stood within brackets, what is left of them may look like one: "[[2] 1]".
    private static ComposedSentence Whole(string text, List<int> cited, int passages)
    {
        for (var rest = MarkerStream.Read(text, passages); !rest.Markers.IsEmpty; rest = MarkerStream.Read(text, passages))
        {
            text = rest.Text.Trim();
            cited.AddRange(rest.Markers.SelectMany(marker => marker.Numbers).Except(cited));
        }

        return new ComposedSentence(text, [.. cited]);
    }

    private static IEnumerable<Marker> Within(MarkedText marked, TextSpan line) =>
        marked.Markers.Where(marker => marker.At >= line.Start && marker.At <= line.End);

    private static int? Owner(ImmutableArray<TextSpan> spans, int at, bool leads)
    {
        var before = -1;
        for (var index = 0; index < spans.Length && spans[index].Start < at; index++)
        {
            before = index;
        }

        return before < 0 ? (spans.Length > 0 ? 0 : null)
            : leads && at >= spans[before].End && before + 1 < spans.Length ? before + 1
            : before;
    }
}
