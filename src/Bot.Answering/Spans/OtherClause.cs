using Bot.Answering.Lexicons;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>What is said of others: of "Voss wants it by 2029; Renn promised it sooner" no 2029 for Renn.</summary>
internal static class OtherClause
{
    /// <summary>Whether words stand in a clause of a sentence that names others alone, and those of the question stand in another.</summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static bool Has(AskedSentence asked, TextSpan span)
    {
        TextSpan[] named = [.. asked.Words.Terms.Where(term => asked.Question.Terms.Any(each => each.IsName && each.Text == term.Text)).Select(term => term.Span)];
        return named.Length > 0 && Around(asked, span) is var clause && !named.Any(clause.Overlaps)
            && asked.Names.Any(name => clause.Contains(name.Span) && !name.Span.Overlaps(span));
    }

    private static TextSpan Around(AskedSentence asked, TextSpan span)
    {
        var (start, end) = (0, asked.Text.Length);
        foreach (var cut in Cuts(asked.Text, asked.Question.Language))
        {
            start = cut <= span.Start ? Math.Max(start, cut) : start;
            end = cut >= span.End ? Math.Min(end, cut) : end;
        }

        return new(start, end);
    }

    // "; she", ", while she"
    private static IEnumerable<int> Cuts(string sentence, string language)
    {
        var contrasts = QuestionWords.Of(language).Contrasts;
        var tokens = Tokenizer.Read(sentence);
        for (var at = 0; at + 1 < tokens.Length; at++)
        {
            if (tokens[at].Folded == ";" || (tokens[at].Folded == "," && contrasts.Contains(tokens[at + 1].Folded)))
            {
                yield return tokens[at].Span.Start;
            }
        }
    }
}
