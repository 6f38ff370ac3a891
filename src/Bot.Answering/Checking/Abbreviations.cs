using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>The names that an article abbreviates in so many words: "Royal Engineering Institute (REI)".</summary>
internal sealed partial class Abbreviations
{
    private const int LongestName = 80;

    private readonly ImmutableArray<(string Name, string Short)> _defined;

    public Abbreviations(Article article) =>
        _defined = [.. Parenthesis().Matches(article.Text).Select(match => (NameBefore(article.Text, match), match.Groups[1].Value))
            .Where(defined => defined.Item1.Length > 0).Distinct()];

    /// <summary>A claim that names something as a sentence does; <see langword="null"/> when it does already.</summary>
    public Claimed? AsIn(Statement sentence, Claimed claim)
    {
        var text = claim.Statement.Text;
        foreach (var (name, abbreviation) in _defined)
        {
            if (Has(text, name) && Has(sentence.Text, abbreviation))
            {
                text = text.Replace(name, abbreviation, StringComparison.Ordinal);
            }
            else if (Has(text, abbreviation) && Has(sentence.Text, name) && !Has(text, name))
            {
                text = Regex.Replace(text, $@"\b{abbreviation}\b", name, RegexOptions.CultureInvariant);
            }
        }

        return text == claim.Statement.Text ? null : new Claimed(text, claim.Statement.Language) { Antecedents = claim.Antecedents };
    }

    private static bool Has(string text, string words) =>
        text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length]));

    // Back from the parenthesis to the word whose capital is the abbreviation's first letter; all its capitals must be the abbreviation's.
    private static string NameBefore(string text, Match match)
    {
        var before = text[Math.Max(0, match.Index - LongestName)..match.Index];
        foreach (Match word in Capital().Matches(before))
        {
            var name = before[word.Index..];
            if (string.Concat(Capital().Matches(name).Select(capital => capital.Value)) == match.Groups[1].Value && !name.AsSpan().ContainsAny(".;:("))
            {
                return name;
            }
        }

        return "";
    }

    [GeneratedRegex(@"(?<=\w) \((\p{Lu}{2,8})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"(?<![\w’'])\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
