using System.Text.RegularExpressions;

namespace Bot.Evaluation.Claims;

/// <summary>Words of a list or of an article that a sentence, and what stands around it, does not have.</summary>
internal static partial class ArticleFillers
{
    private const int ShortestWord = 3;

    /// <summary>A word of the list that is named.</summary>
    public static string? Other(NoisePlace place, string argument) =>
        place.OneOf(place.Book.List(argument).Where(word => word != place.Match.Value && !Has(place.Sentence.Around, word)
            && !(WordingFillers.Digits(word) is { } digits && Has(place.Sentence.Around, digits))));

    /// <summary>What fits the part that is named elsewhere in the article, and shares no word with what stands around the sentence.</summary>
    public static string? Elsewhere(NoisePlace place, string argument)
    {
        var article = place.Sentence.Article.Text;
        return place.OneOf(place.Book.Pattern(argument).Matches(article).Select(match => match.Value).Distinct()
            .Where(other => WordsOf(other).All(word => !Has(place.Sentence.Around, word)) && !AreOne(article, place.Match.Value, other)));
    }

    /// <summary>What fits the part that is named in another sentence around, and stands neither in this one nor in a third.</summary>
    public static string? Beside(NoisePlace place, string argument)
    {
        var others = place.Sentence.Others.ToArray();
        return place.OneOf(others.SelectMany(other => place.Book.Pattern(argument).Matches(other).Select(match => match.Value)).Distinct()
            .Where(other => WordsOf(other).All(word => !Has(place.Sentence.Text, word)) && others.Count(sentence => Has(sentence, other)) == 1
                && !AreOne(place.Sentence.Article.Text, place.Match.Value, other)));
    }

    /// <summary>A sentence of another article.</summary>
    public static string? Foreign(NoisePlace place) =>
        place.OneOf(place.Strangers) is { } stranger && !place.Sentence.Article.Text.Contains(stranger, StringComparison.Ordinal) ? stranger : null;

    // "Nikola" is no other name than "Tesla" where "Nikola Tesla" stands.
    private static bool AreOne(string article, string one, string other) =>
        WordsOf(one).Any(word => WordsOf(other).Any(twin => word.StartsWith(twin[..Math.Min(twin.Length, 4)], StringComparison.OrdinalIgnoreCase)
            || article.Contains($"{word} {twin}", StringComparison.Ordinal) || article.Contains($"{twin} {word}", StringComparison.Ordinal)));

    private static IEnumerable<string> WordsOf(string words) => Word().Matches(words).Select(match => match.Value)
        .Where(word => word.Length >= ShortestWord || !char.IsAscii(word[0]) || char.IsAsciiDigit(word[0]));

    // A stem too: "German" stands for "Germany", "months" for "month". Scripts without spaces have no edges.
    private static bool Has(string text, string word) => !char.IsAscii(word[0]) ? text.Contains(word, StringComparison.Ordinal)
        : Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word[..Math.Max(Math.Min(word.Length, 3), word.Length - 2)])}{(char.IsAsciiDigit(word[0]) ? @"(?!\d)" : "")}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"[\w]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
