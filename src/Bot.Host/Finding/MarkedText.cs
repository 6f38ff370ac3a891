using System.Collections.Immutable;
using Bot.Host.Articles;
using Bot.Knowledge.Languages;

namespace Bot.Host.Finding;

/// <summary>Writes words with those marked that were looked for.</summary>
internal static class MarkedText
{
    public static void Write(Html html, string text, string language, ImmutableHashSet<string> terms)
    {
        var at = 0;
        foreach (var term in TextAnalysis.Terms(text, language).Where(term => terms.Contains(term.Text)))
        {
            // The terms of languages without spaces overlap.
            var start = Math.Max(at, term.Span.Start);
            if (start >= term.Span.End)
            {
                continue;
            }

            html.Text(text[at..start]);
            html.Write($"<mark>{text[start..term.Span.End]}</mark>");
            at = term.Span.End;
        }

        html.Text(text[at..]);
    }
}
