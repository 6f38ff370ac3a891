using System.Collections.Immutable;
using Bot.Answering.Antecedents;
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

    // News says first what it is about; a long article is not read to its end for three suggestions.
    private const int MostPassages = 40;

    private const int MostKnown = 1_000;

    private static readonly ReadOnce<IndexedArticle, Named> Known = new(MostKnown, Read);

    /// <summary>Up to <paramref name="count"/> questions that the article answers, in the article's language.</summary>
    /// <param name="article">The article.</param>
    /// <param name="count">How many at most.</param>
    public static ImmutableArray<string> For(IndexedArticle article, int count)
    {
        var language = article.Article.Language;
        var named = Of(article);
        var questions = new List<string> { Summary(language) };
        if (named.Speaker is not null)
        {
            questions.Add(Wording.Of("SuggestSpeech", language, named.Speaker));
        }

        questions.AddRange(named.Names.Where(name => name != named.Speaker).Select(name => Wording.Of("SuggestName", language, name)));
        return [.. questions.Take(count)];
    }

    /// <summary>The question what an article is about.</summary>
    /// <param name="language">The language it is asked in, a lower-case BCP 47 primary subtag.</param>
    public static string Summary(string language) => Wording.Of("SuggestSummary", language);

    /// <summary>The same for an article that is one of several: none says "this article".</summary>
    internal static ImmutableArray<string> AmongOthers(IndexedArticle article, int count) => [.. For(article, count + 1).Skip(1)];

    /// <summary>The names an article uses, the most frequent first.</summary>
    internal static ImmutableArray<string> NamesIn(IndexedArticle article) => Of(article).Names;

    private static Named Of(IndexedArticle article) => Known.Of(article);

    private static Named Read(IndexedArticle article)
    {
        var sentences = article.Passages.Where(passage => passage.Kind == PassageKind.Paragraph).Take(MostPassages)
            .SelectMany(passage => PassageEvidence.Read(passage))
            .ToArray();
        var names = sentences
            .SelectMany(sentence => sentence.Statement.Of(FactKind.Name).Select(name => name.Span.In(sentence.Statement.Text)))
            .Where(name => name.Length is > 1 and < LongestName)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1 || group.Key.Contains(' ', StringComparison.Ordinal))
            .OrderByDescending(group => group.Count())
            .Select(group => group.FirstOrDefault(name => name.Any(char.IsLower)) ?? group.First())
            .ToArray();
        var whole = names.Where(name => !IsTitle(name, article.Article.Language) && !names.Any(other => IsPartOf(name, other))).ToImmutableArray();
        var speakers = sentences.SelectMany(sentence => sentence.Speeches)
            .Where(speech => speech.Class == Speech.Say)
            .SelectMany(speech => speech.Speaker.Names)
            .ToHashSet(StringComparer.Ordinal);
        return new(whole, whole.FirstOrDefault(name => NameParts.Of(name.ToLowerInvariant()).Any(speakers.Contains)));
    }

    // "Dr."
    private static bool IsTitle(string name, string language) => AntecedentWords.Of(language)?.IsTitle(name.ToLowerInvariant()) is true;

    // "Calder", where "Ines Calder" is named too.
    private static bool IsPartOf(string name, string other) =>
        other.Length > name.Length && $" {other} ".Contains($" {name} ", StringComparison.OrdinalIgnoreCase);

    private sealed record Named(ImmutableArray<string> Names, string? Speaker);
}
