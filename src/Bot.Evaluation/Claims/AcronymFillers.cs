using System.Text.RegularExpressions;

namespace Bot.Evaluation.Claims;

/// <summary>An acronym and its name, where the article itself says which stands for which: "Royal Engineering Institute (REI)" or "… or REI,".</summary>
internal static partial class AcronymFillers
{
    public static string? Acronym(NoisePlace place, string argument) =>
        Definitions(place).FirstOrDefault(definition => definition.Name.EndsWith(argument, StringComparison.Ordinal) && Fits(argument, definition.Acronym)).Acronym;

    public static string? Expansion(NoisePlace place, string argument) =>
        Definitions(place).Where(definition => definition.Acronym == argument).Select(definition => LastWords(definition.Name, argument)).FirstOrDefault(name => name is not null);

    private static IEnumerable<(string Name, string Acronym)> Definitions(NoisePlace place) =>
        Definition().Matches(place.Sentence.Article.Text).Select(match => (match.Groups[1].Value, match.Groups[2].Value + match.Groups[3].Value));

    private static bool Fits(string name, string acronym) => string.Concat(name.Split(' ').Where(word => char.IsUpper(word[0])).Select(word => word[0])) == acronym;

    private static string? LastWords(string name, string acronym)
    {
        var words = name.Split(' ');
        return Enumerable.Range(0, words.Length).Select(start => string.Join(' ', words[start..])).FirstOrDefault(rest => char.IsUpper(rest[0]) && Fits(rest, acronym));
    }

    [GeneratedRegex(@"((?:[A-Z][a-z]+ (?:(?:of|for|and) )?){1,5}[A-Z][a-z]+) (?:\((?:the )?[""“]?([A-Z]{2,6})[""”]?\)|or (?:the )?([A-Z]{2,6})(?=,))", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}
