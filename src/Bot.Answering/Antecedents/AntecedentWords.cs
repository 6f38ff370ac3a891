using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Antecedents;

/// <summary>A language's words by which it can be told whom or what a sentence means. They are data, in <c>antecedents.json</c>.</summary>
internal sealed class AntecedentWords
{
    private static readonly Lazy<FrozenDictionary<string, AntecedentWords>> Languages = new(Load);

    private readonly Dictionary<string, string> _lists;

    private AntecedentWords(Dictionary<string, string> lists)
    {
        _lists = lists;
        He = Set("he");
        She = Set("she");
        Subjects = Set("subjects");
        Born = Set("born");
        MaleNames = Set("maleNames");
        FemaleNames = Set("femaleNames");
        MaleTitles = Set("maleTitles");
        FemaleTitles = Set("femaleTitles");
        Titles = Set("titles");
        Men = Set("malePeople");
        Women = Set("femalePeople");
        People = Set("people");
        Places = Set("places");
        Copulas = Set("copulas");
        NotPeople = Set("notPeople");
        Heads = Set("heads");
        Small = Set("small");
        Definites = Set("definites");
        Follow = Set("follow");
        ThingEndings = [.. WordList.Phrases(lists["thingEndings"])];
    }

    public FrozenSet<string> He { get; }

    public FrozenSet<string> She { get; }

    /// <summary>Those of both that are a sentence's or clause's subject.</summary>
    public FrozenSet<string> Subjects { get; }

    /// <summary>Words that a life's account begins with: "born".</summary>
    public FrozenSet<string> Born { get; }

    /// <summary>Given names.</summary>
    public FrozenSet<string> MaleNames { get; }

    public FrozenSet<string> FemaleNames { get; }

    /// <summary>What stands before a man's name: "Mr", "King".</summary>
    public FrozenSet<string> MaleTitles { get; }

    public FrozenSet<string> FemaleTitles { get; }

    /// <summary>What stands before anybody's name: "President".</summary>
    public FrozenSet<string> Titles { get; }

    /// <summary>Nouns for a man: "father".</summary>
    public FrozenSet<string> Men { get; }

    public FrozenSet<string> Women { get; }

    /// <summary>Nouns for anybody: "teacher".</summary>
    public FrozenSet<string> People { get; }

    /// <summary>Prepositions after which a name is rarely a person's: "in".</summary>
    public FrozenSet<string> Places { get; }

    /// <summary>Words after which a noun only says what somebody is: "was".</summary>
    public FrozenSet<string> Copulas { get; }

    /// <summary>Words of a name that make it none of a person: "University".</summary>
    public FrozenSet<string> NotPeople { get; }

    /// <summary>Nouns that a name may have and by which it may then be called: "the university".</summary>
    public FrozenSet<string> Heads { get; }

    /// <summary>Words without a capital within names: "of".</summary>
    public FrozenSet<string> Small { get; }

    public FrozenSet<string> Definites { get; }

    /// <summary>Words that may follow a whole subject: in "the university was" nothing more belongs to it.</summary>
    public FrozenSet<string> Follow { get; }

    /// <summary>How words for peoples and languages end: "-ish".</summary>
    public string[] ThingEndings { get; }

    /// <summary>The words of a language; <see langword="null"/> when there are none.</summary>
    public static AntecedentWords? Of(string language) => Languages.Value.GetValueOrDefault(language);

    /// <summary>The gender of a given name, or none.</summary>
    public Gender? OfName(string word) => MaleNames.Contains(word) ? Gender.Male : FemaleNames.Contains(word) ? Gender.Female : null;

    /// <summary>The gender that a title tells, or none.</summary>
    public Gender? OfTitle(string word) => MaleTitles.Contains(word) ? Gender.Male : FemaleTitles.Contains(word) ? Gender.Female : null;

    /// <summary>Whether a word before a name tells who it is.</summary>
    public bool IsTitle(string word) => OfTitle(word) is not null || Titles.Contains(word);

    /// <summary>Whether a noun is one for a person.</summary>
    public bool IsPerson(string word) => People.Contains(word) || Men.Contains(word) || Women.Contains(word);

    private FrozenSet<string> Set(string name) => WordList.Set(_lists[name]);

    private static FrozenDictionary<string, AntecedentWords> Load()
    {
        using var stream = typeof(AntecedentWords).Assembly.GetManifestResourceStream("Antecedents.antecedents")!;
        return JsonSerializer.Deserialize(stream, AntecedentJson.Default.DictionaryStringDictionaryStringString)!
            .ToFrozenDictionary(language => language.Key, language => new AntecedentWords(language.Value), StringComparer.Ordinal);
    }
}

[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
internal sealed partial class AntecedentJson : JsonSerializerContext;
