using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bot.Architecture.Tests;

public sealed partial class ResourcesTests
{
    public static TheoryData<string> Translations =>
        [.. RepositoryFiles.Resources.Select(RepositoryFiles.Relative).Where(path => Path.GetFileNameWithoutExtension(path).Contains('.', StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Translations))]
    public void Every_phrase_is_translated_with_the_same_parts(string path)
    {
        var translated = Phrases(path);
        var english = Phrases(NeutralPart().Replace(path, ".resx"));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, phrase => Assert.Equal(Parts(phrase.Value), Parts(translated[phrase.Key])));
    }

    private static Dictionary<string, string> Phrases(string path) =>
        XDocument.Load(Path.Combine(RepositoryFiles.Root, path)).Descendants("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);

    private static IEnumerable<string> Parts(string phrase) => Part().Matches(phrase).Select(part => part.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\.[a-z]{2}\.resx$", RegexOptions.NonBacktracking)]
    private static partial Regex NeutralPart();

    [GeneratedRegex(@"\{[0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
