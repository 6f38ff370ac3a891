using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Bot.Evaluation.Claims;

/// <summary>Applies a rule to a sentence.</summary>
internal static partial class Noise
{
    private static readonly FrozenDictionary<string, Filler> Fillers = new Dictionary<string, Filler>(StringComparer.Ordinal)
    {
        ["number"] = FigureFillers.Number,
        ["year"] = FigureFillers.Year,
        ["day"] = FigureFillers.Day,
        ["years"] = static (place, _) => FigureFillers.Years(place),
        ["dated"] = FigureFillers.Dated,
        ["words"] = static (_, words) => WordingFillers.Words(words),
        ["digits"] = static (_, words) => WordingFillers.Digits(words),
        ["rounded"] = static (_, words) => WordingFillers.Rounded(words),
        ["capital"] = static (_, words) => WordingFillers.Capital(words),
        ["lower"] = static (_, words) => WordingFillers.Lower(words),
        ["lowerarticle"] = static (_, words) => WordingFillers.LowerArticle(words),
        ["past"] = WordingFillers.Past,
        ["present"] = WordingFillers.Present,
        ["other"] = ArticleFillers.Other,
        ["elsewhere"] = ArticleFillers.Elsewhere,
        ["beside"] = ArticleFillers.Beside,
        ["foreign"] = static (place, _) => ArticleFillers.Foreign(place),
        ["acronym"] = AcronymFillers.Acronym,
        ["expansion"] = AcronymFillers.Expansion,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sentence changed at one place, chosen by chance; <see langword="null"/> when the rule does not suit it.</summary>
    public static string? Apply(NoiseRule rule, SourceSentence sentence, RuleBook book, IReadOnlyList<string> strangers, Random random)
    {
        if (!rule.Suits(sentence.Text))
        {
            return null;
        }

        Match[] matches = [.. rule.Find.Matches(sentence.Text).Cast<Match>()];
        random.Shuffle(matches);
        foreach (var match in matches)
        {
            if (Fill(rule.Put, new(sentence, match, book, strangers, random)) is { } put)
            {
                var made = string.Concat(sentence.Text.AsSpan(0, match.Index), put, sentence.Text.AsSpan(match.Index + match.Length));

                // What stands there anyway is neither corrupted nor reworded.
                return made == sentence.Text || sentence.Others.Contains(made, StringComparer.OrdinalIgnoreCase) ? null : made;
            }
        }

        return null;
    }

    private static string? Fill(string put, NoisePlace place)
    {
        var isWhole = true;
        var filled = FillerCall().Replace(place.Match.Result(put), (Match call) =>
        {
            var words = Fillers[call.Groups[1].Value](place, call.Groups[2].Value);
            isWhole &= words is not null;
            return words ?? "";
        });
        return isWhole ? filled : null;
    }

    [GeneratedRegex(@"\{([a-z]+) ?([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex FillerCall();
}
