using System.Collections.Immutable;
using Bot.Answering.Checking;
using Bot.Answering.Facts;
using Bot.Answering.Resources;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Answering;

/// <summary>Questions to ask an article, made from its own facts.</summary>
public static class Suggestions
{
    private const int LongestName = 40;

    /// <summary>Up to <paramref name="count"/> questions that the article answers, in the article's language.</summary>
    /// <param name="article">The article.</param>
    /// <param name="count">How many at most.</param>
    public static ImmutableArray<string> For(IndexedArticle article, int count)
    {
        var language = article.Article.Language;
        var names = NamesIn(article).ToArray();
        var speaker = names.FirstOrDefault(name => Speaks(article, name));
        var questions = new List<string> { Wording.Of("SuggestSummary", language) };
        if (speaker is not null)
        {
            questions.Add(Wording.Of("SuggestSpeech", language, speaker));
        }

        questions.AddRange(names.Where(name => name != speaker).Select(name => Wording.Of("SuggestName", language, name)));
        return [.. questions.Take(count)];
    }

    /// <summary>The names an article uses, the most frequent first.</summary>
    internal static IEnumerable<string> NamesIn(IndexedArticle article) => article.Passages
        .Where(passage => passage.Kind is PassageKind.Paragraph)
        .SelectMany(passage => passage.Sentences.Select(span => span.In(passage.Article.Text)))
        .SelectMany(sentence => FactReader.Read(sentence, article.Article.Language)
            .Where(fact => fact.Kind == FactKind.Name && fact.Span.Length is > 1 and < LongestName)
            .Select(fact => fact.Span.In(sentence)))
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1 || group.Key.Contains(' ', StringComparison.Ordinal))
        .OrderByDescending(group => group.Count())
        .Select(group => group.First());

    private static bool Speaks(IndexedArticle article, string name)
    {
        var parts = NameParts.Of(name).ToArray();
        return article.Passages.SelectMany(passage => PassageEvidence.Read(passage))
            .SelectMany(sentence => sentence.Speeches)
            .Any(speech => speech.Class == Speech.Say && parts.Any(speech.Speaker.Names.Contains));
    }
}
