using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Answering.Lexicons;

/// <summary>
/// A language's lexicon as its file holds it. Every string is a list of words or phrases parted by commas; a key is what they mean.
/// </summary>
internal sealed record LexiconData
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The sign before decimals; the others between digits group them.</summary>
    public string Decimal { get; init; } = ".";

    /// <summary>Whether a space may group digits.</summary>
    public bool SpaceGroups { get; init; }

    /// <summary>Whether "3/4/2019" means April.</summary>
    public bool DayFirst { get; init; } = true;

    /// <summary>Whether only proper names (and the first words of sentences) have capitals; false where all nouns have.</summary>
    public bool CapitalsAreNames { get; init; } = true;

    /// <summary>Whether months and weekdays have capitals.</summary>
    public bool CapitalsAreDates { get; init; }

    /// <summary>Whether a negation concerns all of its clause instead of what follows it.</summary>
    public bool ClauseNegation { get; init; }

    public ImmutableSortedDictionary<string, string> Numbers { get; init; } = Empty;

    public ImmutableSortedDictionary<string, string> Magnitudes { get; init; } = Empty;

    public ImmutableSortedDictionary<string, string> Ordinals { get; init; } = Empty;

    /// <summary>Words between parts of a number: "two hundred and five".</summary>
    public string NumberJoiners { get; init; } = "";

    /// <summary>The joiner within a number written as one word: "fünfundzwanzig".</summary>
    public string CompoundJoiner { get; init; } = "";

    public string OrdinalSuffixes { get; init; } = "";

    public string RangeWords { get; init; } = "";

    public string BetweenWords { get; init; } = "";

    public string BetweenJoiners { get; init; } = "";

    public string ChangeWords { get; init; } = "";

    /// <summary>January to December.</summary>
    public ImmutableArray<string> Months { get; init; } = [];

    /// <summary>Monday to Sunday.</summary>
    public ImmutableArray<string> Weekdays { get; init; } = [];

    /// <summary>Months that are also other words, so that alone they count only after a <see cref="DateLeads"/>.</summary>
    public string AmbiguousMonths { get; init; } = "";

    public string DateLinks { get; init; } = "";

    public string DateLeads { get; init; } = "";

    public string DecadeLeads { get; init; } = "";

    public string DecadeSuffixes { get; init; } = "";

    /// <summary>Words for days and spans counted from when the text was written: "yesterday", "last month".</summary>
    public string RelativeDates { get; init; } = "";

    public ImmutableSortedDictionary<string, string> Units { get; init; } = Empty;

    /// <summary>Nouns that may stand for any counted noun: "people".</summary>
    public string GenericUnits { get; init; } = "";

    public ImmutableSortedDictionary<string, string> Bounds { get; init; } = Empty;

    public ImmutableSortedDictionary<string, string> BoundsAfter { get; init; } = Empty;

    /// <summary>Function words.</summary>
    public string Stop { get; init; } = "";

    /// <summary>Nouns that often start a sentence and are no names.</summary>
    public string CommonStarts { get; init; } = "";

    /// <summary>Small words within names: "Abu Bakr al-Baghdadi", "Department of Defense".</summary>
    public string NameParticles { get; init; } = "";

    public string NameLinks { get; init; } = "";

    /// <summary>Names that mean the same.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public string Negations { get; init; } = "";

    public string NoNegations { get; init; } = "";

    public ImmutableSortedDictionary<string, string> Certainty { get; init; } = Empty;

    public string Conditions { get; init; } = "";

    public ImmutableSortedDictionary<string, string> Quantities { get; init; } = Empty;

    public ImmutableSortedDictionary<string, string> Reporting { get; init; } = Empty;

    /// <summary>
    /// Forms of <see cref="Reporting"/> that are also other words, so that they count only before a <see cref="ReportingComplements"/>.
    /// </summary>
    public string AmbiguousReporting { get; init; } = "";

    public string ReportingComplements { get; init; } = "";

    /// <summary>Forms of <see cref="Reporting"/> that say nothing without the one who is told: "told".</summary>
    public string TellingVerbs { get; init; } = "";

    public string Attributions { get; init; } = "";

    /// <summary>Attributions that follow who is meant: "dem Bericht zufolge".</summary>
    public string AttributionsAfter { get; init; } = "";

    /// <summary>Words after which a speaker's name is no longer their own: "a spokesman for the ministry".</summary>
    public string SpeakerEnds { get; init; } = "";

    public string Pronouns { get; init; } = "";

    public string Anaphors { get; init; } = "";

    public string ClauseStarts { get; init; } = "";

    public string Passives { get; init; } = "";

    /// <summary>Whether who does something stands before the verb and who it is done to after it.</summary>
    public bool SubjectFirst { get; init; }

    public string Comparisons { get; init; } = "";

    /// <summary>After these, what somebody expected only measures: "twice as many as it had expected".</summary>
    public string Yardsticks { get; init; } = "";

    /// <summary>Words that, after a comma, begin a clause that only adds to what it stands beside: ", which".</summary>
    public string Relatives { get; init; } = "";

    /// <summary>Words before a sentence's first comma that only join it to the one before: "However,".</summary>
    public string Openers { get; init; } = "";

    /// <summary>Words that begin what a sentence says before its first comma of when or where: "In 1990,".</summary>
    public string Leads { get; init; } = "";

    /// <summary>Words that, after a comma, begin an apposition: ", a town in the north,".</summary>
    public string Articles { get; init; } = "";

    /// <summary>How the verb ends that, after a comma, begins a clause without a subject: ", making it larger".</summary>
    public string ParticipleEnding { get; init; } = "";

    /// <summary>Words that, after a comma, begin a clause of its own up to the sentence's end: ", and the mayor came".</summary>
    public string OwnClauses { get; init; } = "";

    /// <summary>Pairs of words that exclude each other.</summary>
    public ImmutableArray<string> Opposites { get; init; } = [];

    /// <summary>Prefixes that turn a word into its opposite: "un".</summary>
    public string OppositePrefixes { get; init; } = "";

    /// <summary>Starts of a sentence that only speak of the passages: "Based on the passages,".</summary>
    public string MetaLeads { get; init; } = "";

    /// <summary>Polite words and introductions before an answer, each with a sign after it: "Sure," and "Here is the answer:".</summary>
    public string MetaOpenings { get; init; } = "";

    /// <summary>Sentences, or their beginnings, that only speak of the answer: "Here is what I found".</summary>
    public string MetaSentences { get; init; } = "";

    /// <summary>How sentences begin that order whoever reads them to say something: what they order said is said by nobody.</summary>
    public string Orders { get; init; } = "";

    /// <summary>What the passages are called in <see cref="Refusals"/>.</summary>
    public string MaterialWords { get; init; } = "";

    /// <summary>What is said of the passages when they do not say: "do not mention".</summary>
    public string Refusals { get; init; } = "";

    /// <summary>Headings over a list of sources.</summary>
    public string SourceHeadings { get; init; } = "";

    private static ImmutableSortedDictionary<string, string> Empty => ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reads the lexicon of a language; <see langword="null"/> when there is none.</summary>
    public static LexiconData? Read(string language)
    {
        using var file = typeof(LexiconData).Assembly.GetManifestResourceStream($"Lexicons.{language}");
        return file is null ? null : JsonSerializer.Deserialize<LexiconData>(file, Format);
    }
}
