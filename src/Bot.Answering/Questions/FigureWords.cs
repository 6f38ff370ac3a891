using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Answering.Questions;

/// <summary>A language's words around numbers and dates, as data: what asks for them, and what belongs to them in a sentence.</summary>
internal sealed class FigureWords
{
    // Parts a phrase whose words stand apart: "how long … last".
    private const string Apart = " … ";

    private const string Nothing = "(?!)";

    /// <param name="file">The words by which the language asks.</param>
    /// <param name="list">One of its lists.</param>
    public FigureWords(JsonElement file, Func<string, FrozenSet<string>> list)
    {
        Measures = file.TryGetProperty("measures", out var measures)
            ? [.. measures.EnumerateObject().SelectMany(measure => measure.Value.EnumerateArray().Select(phrase => (Parts(phrase), Enum.Parse<Dimension>(measure.Name, ignoreCase: true))))]
            : [];
        (Ranks, Comparatives, Ages, Havings) = (list("ranks"), list("comparatives"), list("ages"), list("havings"));
        PartOfTime = Pattern("partsOfTime", "(?:{0}) $");
        Clock = Pattern("clock", @"\G ?(?:{0})");
        Rate = Pattern("rates", @"\G (?:{0})\b");

        Regex Pattern(string name, string form) => new(
            form.Replace("{0}", file.TryGetProperty(name, out var pattern) ? pattern.GetString() : Nothing, StringComparison.Ordinal), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Question phrases that want something measured, each by its parts, which may stand apart: "how long", "last".</summary>
    public ImmutableArray<(ImmutableArray<string> Phrase, Dimension Dimension)> Measures { get; }

    /// <summary>Words that pick one of several: "youngest" in "the youngest of five".</summary>
    public FrozenSet<string> Ranks { get; }

    /// <summary>Words behind a number that make it a difference.</summary>
    public FrozenSet<string> Comparatives { get; }

    /// <summary>Words beside a number of years that make it an age.</summary>
    public FrozenSet<string> Ages { get; }

    /// <summary>Forms of "have" that say how many there are.</summary>
    public FrozenSet<string> Havings { get; }

    /// <summary>What before a date is part of it, where a text ends: "the end of" before 2027.</summary>
    public Regex PartOfTime { get; }

    /// <summary>What right behind a number makes it a time of day: "a.m." behind 9:40.</summary>
    public Regex Clock { get; }

    /// <summary>What right behind a sum says for what it is paid: "an hour" behind £14.</summary>
    public Regex Rate { get; }

    private static ImmutableArray<string> Parts(JsonElement phrase) => [.. phrase.GetString()!.Split(Apart).Select(part => Phrases.Of(part).Text)];
}
