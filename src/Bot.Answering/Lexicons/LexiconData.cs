using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Answering.Lexicons;

/// <summary>
/// A language's lexicon as its file holds it. Every string is a list of words or phrases parted by commas; a key is what they mean.
/// </summary>
/// <remarks>Nothing but its reader sets its parts: what is generated to read it would forget the defaults of parts that can only be set at the start.</remarks>
internal sealed record LexiconData
{
    /// <summary>The sign before decimals; the others between digits group them.</summary>
    public string Decimal { get; set; } = ".";

    /// <summary>Whether a space may group digits.</summary>
    public bool SpaceGroups { get; set; }

    /// <summary>Whether "3/4/2019" means April.</summary>
    public bool DayFirst { get; set; } = true;

    /// <summary>Whether only proper names (and the first words of sentences) have capitals; false where all nouns have.</summary>
    public bool CapitalsAreNames { get; set; } = true;

    /// <summary>Whether months and weekdays have capitals.</summary>
    public bool CapitalsAreDates { get; set; }

    /// <summary>Whether a negation concerns all of its clause instead of what follows it.</summary>
    public bool ClauseNegation { get; set; }

    public ImmutableSortedDictionary<string, string> Numbers { get; set; } = Empty;

    public ImmutableSortedDictionary<string, string> Magnitudes { get; set; } = Empty;

    public ImmutableSortedDictionary<string, string> Ordinals { get; set; } = Empty;

    /// <summary>Words between parts of a number: "two hundred and five".</summary>
    public string NumberJoiners { get; set; } = "";

    /// <summary>The joiner within a number written as one word: "fünfundzwanzig".</summary>
    public string CompoundJoiner { get; set; } = "";

    public string OrdinalSuffixes { get; set; } = "";

    public string RangeWords { get; set; } = "";

    public string BetweenWords { get; set; } = "";

    public string BetweenJoiners { get; set; } = "";

    public string ChangeWords { get; set; } = "";

    /// <summary>January to December.</summary>
    public ImmutableArray<string> Months { get; set; } = [];

    /// <summary>Monday to Sunday.</summary>
    public ImmutableArray<string> Weekdays { get; set; } = [];

    /// <summary>Months that are also other words, so that alone they count only after a <see cref="DateLeads"/>.</summary>
    public string AmbiguousMonths { get; set; } = "";

    public string DateLinks { get; set; } = "";

    public string DateLeads { get; set; } = "";

    public string DecadeLeads { get; set; } = "";

    public string DecadeSuffixes { get; set; } = "";

    /// <summary>Words for days and spans counted from when the text was written: "yesterday", "last month".</summary>
    public string RelativeDates { get; set; } = "";

    public ImmutableSortedDictionary<string, string> Units { get; set; } = Empty;

    /// <summary>Nouns that may stand for any counted noun: "people".</summary>
    public string GenericUnits { get; set; } = "";

    public ImmutableSortedDictionary<string, string> Bounds { get; set; } = Empty;

    public ImmutableSortedDictionary<string, string> BoundsAfter { get; set; } = Empty;

    /// <summary>Function words.</summary>
    public string Stop { get; set; } = "";

    /// <summary>Nouns that often start a sentence and are no names.</summary>
    public string CommonStarts { get; set; } = "";

    /// <summary>Small words within names: "Abu Bakr al-Baghdadi", "Department of Defense".</summary>
    public string NameParticles { get; set; } = "";

    public string NameLinks { get; set; } = "";

    /// <summary>Names that mean the same.</summary>
    public ImmutableArray<string> Aliases { get; set; } = [];

    public string Negations { get; set; } = "";

    public string NoNegations { get; set; } = "";

    public ImmutableSortedDictionary<string, string> Certainty { get; set; } = Empty;

    public string Conditions { get; set; } = "";

    public ImmutableSortedDictionary<string, string> Quantities { get; set; } = Empty;

    public ImmutableSortedDictionary<string, string> Reporting { get; set; } = Empty;

    /// <summary>
    /// Forms of <see cref="Reporting"/> that are also other words, so that they count only before a <see cref="ReportingComplements"/>.
    /// </summary>
    public string AmbiguousReporting { get; set; } = "";

    public string ReportingComplements { get; set; } = "";

    /// <summary>Forms of <see cref="Reporting"/> that say nothing without the one who is told: "told".</summary>
    public string TellingVerbs { get; set; } = "";

    public string Attributions { get; set; } = "";

    /// <summary>Attributions that follow who is meant: "dem Bericht zufolge".</summary>
    public string AttributionsAfter { get; set; } = "";

    /// <summary>Words after which a speaker's name is no longer their own: "a spokesman for the ministry".</summary>
    public string SpeakerEnds { get; set; } = "";

    public string Pronouns { get; set; } = "";

    public string Anaphors { get; set; } = "";

    public string ClauseStarts { get; set; } = "";

    public string Passives { get; set; } = "";

    /// <summary>Whether who does something stands before the verb and who it is done to after it.</summary>
    public bool SubjectFirst { get; set; }

    public string Comparisons { get; set; } = "";

    /// <summary>After these, what somebody expected only measures: "twice as many as it had expected".</summary>
    public string Yardsticks { get; set; } = "";

    /// <summary>Words that, after a comma, begin a clause that only adds to what it stands beside: ", which".</summary>
    public string Relatives { get; set; } = "";

    /// <summary>Words before a sentence's first comma that only join it to the one before: "However,".</summary>
    public string Openers { get; set; } = "";

    /// <summary>Words that begin what a sentence says before its first comma of when or where: "In 1990,".</summary>
    public string Leads { get; set; } = "";

    /// <summary>Words that, after a comma, begin an apposition: ", a town in the north,".</summary>
    public string Articles { get; set; } = "";

    /// <summary>Pronouns for people to whom something is done: who "dismissed him" denies nothing.</summary>
    public string Somebody { get; set; } = "";

    /// <summary>How the verb ends that, after a comma, begins a clause without a subject: ", making it larger".</summary>
    public string ParticipleEnding { get; set; } = "";

    /// <summary>Words that, after a comma, begin a clause of its own up to the sentence's end: ", and the mayor came".</summary>
    public string OwnClauses { get; set; } = "";

    /// <summary>Pairs of words that exclude each other.</summary>
    public ImmutableArray<string> Opposites { get; set; } = [];

    /// <summary>Prefixes that turn a word into its opposite: "un".</summary>
    public string OppositePrefixes { get; set; } = "";

    /// <summary>Starts of a sentence that only speak of the passages: "Based on the passages,".</summary>
    public string MetaLeads { get; set; } = "";

    /// <summary>Polite words and introductions before an answer, each with a sign after it: "Sure," and "Here is the answer:".</summary>
    public string MetaOpenings { get; set; } = "";

    /// <summary>Sentences, or their beginnings, that only speak of the answer: "Here is what I found".</summary>
    public string MetaSentences { get; set; } = "";

    /// <summary>How sentences begin that order whoever reads them to say something: what they order said is said by nobody.</summary>
    public string Orders { get; set; } = "";

    /// <summary>What the passages are called in <see cref="Refusals"/>.</summary>
    public string MaterialWords { get; set; } = "";

    /// <summary>What is said of the passages when they do not say: "do not mention".</summary>
    public string Refusals { get; set; } = "";

    /// <summary>Headings over a list of sources.</summary>
    public string SourceHeadings { get; set; } = "";

    private static ImmutableSortedDictionary<string, string> Empty => ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reads the lexicon of a language; <see langword="null"/> when there is none.</summary>
    public static LexiconData? Read(string language)
    {
        using var file = typeof(LexiconData).Assembly.GetManifestResourceStream($"Lexicons.{language}");
        return file is null ? null : JsonSerializer.Deserialize(file, LexiconJson.Default.LexiconData);
    }
}
