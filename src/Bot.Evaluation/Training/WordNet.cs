using System.Globalization;

namespace Bot.Evaluation.Training;

/// <summary>Takes from WordNet's files (wndb(5WN)) what short answers ask of words: how each is used most, and what sort of thing it stands for as a noun.</summary>
public static class WordNet
{
    private const string Index = "index.sense";

    // By the numbers of senseidx(5WN), from 1; satellites are adjectives too.
    private const string Kinds = "nvara";

    private static readonly (string File, char Use)[] Irregular = [("noun.exc", 'n'), ("verb.exc", 'v'), ("adj.exc", 'a')];

    /// <summary>The lines of a file of senses, <c>word use-and-supersense</c> as in <c>plague n26</c>, sorted by their bytes, behind WordNet's licence.</summary>
    /// <param name="folder">The folder of <c>index.sense</c>, <c>noun.exc</c>, <c>verb.exc</c>, <c>adj.exc</c> and <c>LICENSE</c>.</param>
    /// <exception cref="InvalidDataException">One of them is not there.</exception>
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
        return string.Create(CultureInfo.InvariantCulture, $"{word} {use}{senses.FirstOrDefault(sense => sense is { Use: 'n', Place: 1 })?.File ?? 0}");
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
        public static Sense Read(string line)
        {
            var parts = line.Split(' ');
            var word = parts[0].Split('%');
            var key = word[1].Split(':');
            return new(word[0], Kinds[Number(key[0]) - 1], Number(key[1]), Number(parts[2]), Number(parts[3]));

            static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
        }
    }
}
