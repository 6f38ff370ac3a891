using System.Globalization;

namespace Bot.Evaluation.Training;

/// <summary>Takes from WordNet's files (wndb(5WN)) what short answers ask of words: how each is used most, and what sort of thing it stands for as a noun.</summary>
public static class WordNet
{
    private const string Index = "index.sense";

    // By the numbers of senseidx(5WN), from 1; satellites are adjectives too.
    private const string Kinds = "nVARA";

    private const char Noun = 'n';

    private static readonly (string File, char Use)[] Irregular = [("noun.exc", Noun), ("verb.exc", 'V'), ("adj.exc", 'A')];

    /// <summary>The lines of a file of senses, sorted by their words, behind WordNet's licence: <c>lawyer18</c> is a noun and its supersense, <c>tookV</c>, <c>runV4</c>, <c>tameA</c> and <c>soonR</c> are mostly something else.</summary>
    /// <param name="folder">The folder of <c>index.sense</c>, <c>noun.exc</c>, <c>verb.exc</c>, <c>adj.exc</c> and <c>LICENSE</c>.</param>
    /// <exception cref="InvalidDataException">One of them is not there, or a line of it is not as it should be.</exception>
    public static IReadOnlyList<string> Senses(string folder)
    {
        var senses = Lines(folder, Index).Select(Sense.Read).Where(sense => IsPlain(sense.Word)).ToArray();
        var bySense = senses.ToLookup(sense => sense.Word);
        var irregular = Irregular.SelectMany(each => Lines(folder, each.File).Select(line => line.Split(' ')).Where(line => line.Length > 1 && IsPlain(line[0]))
            .SelectMany(line => bySense[line[1]].Where(sense => sense.Use == each.Use).Select(sense => sense with { Word = line[0] })));
        return [
            .. Lines(folder, "LICENSE").Select(line => $"# {line}".TrimEnd()),
            .. senses.Concat(irregular).GroupBy(sense => sense.Word).OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => Line(word.Key, [.. word])),
        ];
    }

    // The senses of an irregular form stand behind those of the same word by itself: "spoke" is a part of a wheel, and mostly a form of "speak".
    private static string Line(string word, Sense[] senses)
    {
        var use = senses.GroupBy(sense => sense.Use).MaxBy(each => (each.Sum(sense => sense.Uses), each.Count()))!.Key;
        var supersense = senses.FirstOrDefault(sense => sense is { Use: Noun, Place: 1 })?.File;
        return string.Create(CultureInfo.InvariantCulture, $"{word}{(use == Noun ? "" : use)}{supersense}");
    }

    private static bool IsPlain(string word) => word.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') && word[0] != '-';

    private static IEnumerable<string> Lines(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadLines(path)
            : throw new InvalidDataException($"There is no '{file}' in '{folder}': name a folder with WordNet's index.sense, noun.exc, verb.exc, adj.exc and LICENSE.");
    }

    // "plague%1:26:00:: 14084880 1 1": word, use and lexicographer file, place of the sense, its number, and how often texts were seen to use it.
    private sealed record Sense(string Word, char Use, int File, int Place, int Uses)
    {
        public static Sense Read(string line) =>
            line.Split(' ') is [var key, _, var place, var uses] && key.Split('%', ':') is [var word, [>= '1' and <= '5' and var kind], var file, ..]
            && int.TryParse(file, CultureInfo.InvariantCulture, out var number) && int.TryParse(place, CultureInfo.InvariantCulture, out var at) && int.TryParse(uses, CultureInfo.InvariantCulture, out var times)
                ? new(word, Kinds[kind - '1'], number, at, times)
                : throw new InvalidDataException($"'{line}' in '{Index}' is no line of senseidx(5WN), such as 'plague%1:26:00:: 14084880 1 1': name a folder of WordNet 3.0's files.");
    }
}
