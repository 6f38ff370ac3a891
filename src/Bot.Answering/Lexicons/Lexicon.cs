using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Bot.Answering.Facts;

namespace Bot.Answering.Lexicons;

/// <summary>What is known of a language's words: its numbers, dates, units, and the words that deny, hedge, quantify and report.</summary>
internal sealed class Lexicon
{
    private static readonly ConcurrentDictionary<string, Lexicon> Known = new(StringComparer.Ordinal);
    private static readonly LexiconData Shared = LexiconData.Read("und")!;
    private static readonly ImmutableArray<string> WeekdayNames =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private Lexicon(string language, LexiconData? own)
    {
        Language = language;
        IsKnown = own is not null;
        Data = own ?? Shared;
        Stop = Words(Data.Stop);
        CommonStarts = Words(Data.CommonStarts);
        SpeakerEnds = Words(Data.SpeakerEnds);
        AmbiguousReporting = Words(Data.AmbiguousReporting);
        ReportingComplements = Words(Data.ReportingComplements);
        Pronouns = Words(Data.Pronouns);
        NumberJoiners = Words(Data.NumberJoiners);
        OrdinalSuffixes = Words(Data.OrdinalSuffixes);
        RangeWords = Words(Data.RangeWords);
        BetweenWords = Words(Data.BetweenWords);
        BetweenJoiners = Words(Data.BetweenJoiners);
        ChangeWords = Words(Data.ChangeWords);
        DateLinks = Words(Data.DateLinks);
        DateLeads = Words(Data.DateLeads);
        DecadeLeads = Words(Data.DecadeLeads);
        DecadeSuffixes = Words(Data.DecadeSuffixes);
        AmbiguousMonths = Words(Data.AmbiguousMonths);
        NameParticles = Words(Data.NameParticles, Shared.NameParticles);
        NameLinks = Words(Data.NameLinks);
        GenericUnits = Words(Data.GenericUnits);
        Anaphors = Words(Data.Anaphors);
        ClauseStarts = Words(Data.ClauseStarts);
        Passives = Words(Data.Passives);
        Comparisons = Words(Data.Comparisons);
        Numbers = Table(Data.Numbers, Amount);
        Magnitudes = Table(Data.Magnitudes, Amount);
        Ordinals = Table(Data.Ordinals, Amount);
        Months = Table(Data.Months, static index => index + 1);
        Weekdays = Table(Data.Weekdays, static index => WeekdayNames[index]);
        RelativeDates = Table([Data.RelativeDates], static index => index);
        Units = Table(Data.Units, static unit => unit);
        foreach (var (unit, words) in Shared.Units)
        {
            AddAll(Units, words, unit);
        }

        Bounds = Table(Data.Bounds, static bound => Enum.Parse<Bound>(bound, ignoreCase: true));
        BoundsAfter = Table(Data.BoundsAfter, static bound => Enum.Parse<Bound>(bound, ignoreCase: true));
        Aliases = Table(Data.Aliases, static index => index);
        MetaLeads = Table([Data.MetaLeads], static index => index);
        MetaSentences = Table([Data.MetaSentences], static index => index);
        MaterialWords = Words(Data.MaterialWords, Shared.MaterialWords);
        Refusals = Table([Data.Refusals], static index => index);
        SourceHeadings = Table([Shared.SourceHeadings, Data.SourceHeadings], static index => index);
        Cues = CuesOf(Data);
    }

    public string Language { get; }

    /// <summary>Whether there is a lexicon of the language; without one its tables are almost empty.</summary>
    public bool IsKnown { get; }

    public LexiconData Data { get; }

    public FrozenSet<string> Stop { get; }

    public FrozenSet<string> CommonStarts { get; }

    public FrozenSet<string> SpeakerEnds { get; }

    public FrozenSet<string> AmbiguousReporting { get; }

    public FrozenSet<string> ReportingComplements { get; }

    public FrozenSet<string> Pronouns { get; }

    public FrozenSet<string> NumberJoiners { get; }

    public FrozenSet<string> OrdinalSuffixes { get; }

    public FrozenSet<string> RangeWords { get; }

    public FrozenSet<string> BetweenWords { get; }

    public FrozenSet<string> BetweenJoiners { get; }

    public FrozenSet<string> ChangeWords { get; }

    public FrozenSet<string> DateLinks { get; }

    public FrozenSet<string> DateLeads { get; }

    public FrozenSet<string> DecadeLeads { get; }

    public FrozenSet<string> DecadeSuffixes { get; }

    public FrozenSet<string> AmbiguousMonths { get; }

    public FrozenSet<string> NameParticles { get; }

    public FrozenSet<string> NameLinks { get; }

    public FrozenSet<string> GenericUnits { get; }

    public FrozenSet<string> Anaphors { get; }

    public FrozenSet<string> ClauseStarts { get; }

    public FrozenSet<string> Passives { get; }

    public FrozenSet<string> Comparisons { get; }

    public FrozenSet<string> MaterialWords { get; }

    public PhraseTable<decimal> Numbers { get; }

    public PhraseTable<decimal> Magnitudes { get; }

    public PhraseTable<decimal> Ordinals { get; }

    /// <summary>1 for January.</summary>
    public PhraseTable<int> Months { get; }

    /// <summary>In English, lower case.</summary>
    public PhraseTable<string> Weekdays { get; }

    public PhraseTable<int> RelativeDates { get; }

    public PhraseTable<string> Units { get; }

    public PhraseTable<Bound> Bounds { get; }

    public PhraseTable<Bound> BoundsAfter { get; }

    /// <summary>Names of one number mean the same.</summary>
    public PhraseTable<int> Aliases { get; }

    public PhraseTable<int> MetaLeads { get; }

    public PhraseTable<int> MetaSentences { get; }

    public PhraseTable<int> Refusals { get; }

    public PhraseTable<int> SourceHeadings { get; }

    public PhraseTable<Cue> Cues { get; }

    /// <summary>The lexicon of a language; one that knows no words when there is none.</summary>
    /// <param name="language">A BCP 47 primary subtag.</param>
    public static Lexicon For(string language) =>
        Known.TryGetValue(language, out var lexicon) ? lexicon : LexiconData.Read(language) is { } own
            ? Known.GetOrAdd(language, static (name, data) => new Lexicon(name, data), own)
            : Known.GetOrAdd("und", static name => new Lexicon(name, null));

    private static decimal Amount(string digits) => decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static FrozenSet<string> Words(params ReadOnlySpan<string> lists)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            words.UnionWith(LexiconData.Phrases(list));
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }

    private static PhraseTable<T> Table<T>(ImmutableSortedDictionary<string, string> data, Func<string, T> meaning)
    {
        var table = new PhraseTable<T>();
        foreach (var (key, words) in data)
        {
            AddAll(table, words, meaning(key));
        }

        return table;
    }

    private static PhraseTable<T> Table<T>(ImmutableArray<string> data, Func<int, T> meaning)
    {
        var table = new PhraseTable<T>();
        for (var i = 0; i < data.Length; i++)
        {
            AddAll(table, data[i], meaning(i));
        }

        return table;
    }

    private static PhraseTable<Cue> CuesOf(LexiconData data)
    {
        var cues = new PhraseTable<Cue>();
        AddAll(cues, data.NoNegations, new Cue(CueKind.None));
        AddAll(cues, data.Negations, new Cue(CueKind.Negation));
        AddAll(cues, data.Conditions, new Cue(CueKind.Condition));
        AddAll(cues, data.Attributions, new Cue(CueKind.Attribution, "say"));
        AddAll(cues, data.AttributionsAfter, new Cue(CueKind.AttributionAfter, "say"));
        AddClasses(cues, CueKind.Certainty, data.Certainty);
        AddClasses(cues, CueKind.Quantity, data.Quantities);
        AddClasses(cues, CueKind.Reporting, data.Reporting);
        return cues;
    }

    private static void AddClasses(PhraseTable<Cue> cues, CueKind kind, ImmutableSortedDictionary<string, string> classes)
    {
        foreach (var (name, words) in classes)
        {
            AddAll(cues, words, new Cue(kind, name));
        }
    }

    private static void AddAll<T>(PhraseTable<T> table, string words, T meaning)
    {
        foreach (var phrase in LexiconData.Phrases(words))
        {
            table.Add(phrase, meaning);
        }
    }
}
