using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Bot.Answering.Facts;

namespace Bot.Answering.Lexicons;

/// <summary>What is known of a language's words: its numbers, dates, units, and the words that deny, hedge, quantify and report.</summary>
/// <param name="language">A BCP 47 primary subtag.</param>
/// <param name="data">Its lists, as its file holds them.</param>
/// <param name="isKnown">Whether they are the language's own, not those that all languages share.</param>
internal sealed class Lexicon(string language, LexiconData data, bool isKnown)
{
    private static readonly ConcurrentDictionary<string, Lexicon> Known = new(StringComparer.Ordinal);
    private static readonly LexiconData Shared = LexiconData.Read("und")!;
    private static readonly ImmutableArray<string> WeekdayNames =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public string Language { get; } = language;

    /// <summary>Whether there is a lexicon of the language; without one its tables are almost empty.</summary>
    public bool IsKnown { get; } = isKnown;

    public LexiconData Data { get; } = data;

    public FrozenSet<string> Stop { get; } = WordList.Set(data.Stop);

    public FrozenSet<string> CommonStarts { get; } = WordList.Set(data.CommonStarts);

    public FrozenSet<string> SpeakerEnds { get; } = WordList.Set(data.SpeakerEnds);

    public FrozenSet<string> AmbiguousReporting { get; } = WordList.Set(data.AmbiguousReporting);

    public FrozenSet<string> TellingVerbs { get; } = WordList.Set(data.TellingVerbs);

    public FrozenSet<string> ReportingComplements { get; } = WordList.Set(data.ReportingComplements);

    public FrozenSet<string> Pronouns { get; } = WordList.Set(data.Pronouns);

    public FrozenSet<string> NumberJoiners { get; } = WordList.Set(data.NumberJoiners);

    public FrozenSet<string> OrdinalSuffixes { get; } = WordList.Set(data.OrdinalSuffixes);

    public FrozenSet<string> RangeWords { get; } = WordList.Set(data.RangeWords);

    public FrozenSet<string> BetweenWords { get; } = WordList.Set(data.BetweenWords);

    public FrozenSet<string> BetweenJoiners { get; } = WordList.Set(data.BetweenJoiners);

    public FrozenSet<string> ChangeWords { get; } = WordList.Set(data.ChangeWords);

    public FrozenSet<string> DateLinks { get; } = WordList.Set(data.DateLinks);

    public FrozenSet<string> DateLeads { get; } = WordList.Set(data.DateLeads);

    public FrozenSet<string> DecadeLeads { get; } = WordList.Set(data.DecadeLeads);

    public FrozenSet<string> DecadeSuffixes { get; } = WordList.Set(data.DecadeSuffixes);

    public FrozenSet<string> AmbiguousMonths { get; } = WordList.Set(data.AmbiguousMonths);

    public FrozenSet<string> NameParticles { get; } = WordList.Set(data.NameParticles, Shared.NameParticles);

    public FrozenSet<string> NameLinks { get; } = WordList.Set(data.NameLinks);

    public FrozenSet<string> GenericUnits { get; } = WordList.Set(data.GenericUnits);

    public FrozenSet<string> Anaphors { get; } = WordList.Set(data.Anaphors);

    public FrozenSet<string> ClauseStarts { get; } = WordList.Set(data.ClauseStarts);

    public FrozenSet<string> Passives { get; } = WordList.Set(data.Passives);

    public FrozenSet<string> Comparisons { get; } = WordList.Set(data.Comparisons);

    public PhraseTable<int> Yardsticks { get; } = WordList.Table([data.Yardsticks], static index => index);

    public FrozenSet<string> Relatives { get; } = WordList.Set(data.Relatives);

    public FrozenSet<string> Somebody { get; } = WordList.Set(data.Somebody);

    public FrozenSet<string> Leads { get; } = WordList.Set(data.Leads);

    public FrozenSet<string> Articles { get; } = WordList.Set(data.Articles);

    public PhraseTable<int> Openers { get; } = WordList.Table([data.Openers], static index => index);

    public FrozenSet<string> OwnClauses { get; } = WordList.Set(data.OwnClauses);

    public FrozenSet<string> MaterialWords { get; } = WordList.Set(data.MaterialWords, Shared.MaterialWords);

    public PhraseTable<decimal> Numbers { get; } = WordList.Table(data.Numbers, Amount);

    public PhraseTable<decimal> Magnitudes { get; } = WordList.Table(data.Magnitudes, Amount);

    public PhraseTable<decimal> Ordinals { get; } = WordList.Table(data.Ordinals, Amount);

    /// <summary>1 for January.</summary>
    public PhraseTable<int> Months { get; } = WordList.Table(data.Months, static index => index + 1);

    /// <summary>In English, lower case.</summary>
    public PhraseTable<string> Weekdays { get; } = WordList.Table(data.Weekdays, static index => WeekdayNames[index]);

    public PhraseTable<int> RelativeDates { get; } = WordList.Table([data.RelativeDates], static index => index);

    public PhraseTable<string> Units { get; } = WordList.Table(data.Units.Concat(Shared.Units), static unit => unit);

    public PhraseTable<Bound> Bounds { get; } = WordList.Table(data.Bounds, static bound => Enum.Parse<Bound>(bound, ignoreCase: true));

    public PhraseTable<Bound> BoundsAfter { get; } =
        WordList.Table(data.BoundsAfter, static bound => Enum.Parse<Bound>(bound, ignoreCase: true));

    /// <summary>Names of one number mean the same.</summary>
    public PhraseTable<int> Aliases { get; } = WordList.Table(data.Aliases, static index => index);

    public PhraseTable<int> MetaLeads { get; } = WordList.Table([data.MetaLeads], static index => index);

    public PhraseTable<int> MetaOpenings { get; } = WordList.Table([data.MetaOpenings], static index => index);

    public PhraseTable<int> Orders { get; } = WordList.Table([data.Orders], static index => index);

    public PhraseTable<int> MetaSentences { get; } = WordList.Table([data.MetaSentences], static index => index);

    public PhraseTable<int> Refusals { get; } = WordList.Table([data.Refusals], static index => index);

    public PhraseTable<int> SourceHeadings { get; } =
        WordList.Table([Shared.SourceHeadings, data.SourceHeadings], static index => index);

    public PhraseTable<Cue> Cues { get; } = CueTable.Of(data);

    /// <summary>The lexicon of a language; one that knows no words when there is none.</summary>
    /// <param name="language">A BCP 47 primary subtag.</param>
    public static Lexicon For(string language) =>
        Known.TryGetValue(language, out var lexicon) ? lexicon : LexiconData.Read(language) is { } own
            ? Known.GetOrAdd(language, static (name, data) => new Lexicon(name, data, isKnown: true), own)
            : Known.GetOrAdd("und", static name => new Lexicon(name, Shared, isKnown: false));

    /// <summary>Whether a word ends as one does that says what somebody does meanwhile: "saying".</summary>
    public bool IsParticiple(string folded) =>
        Data.ParticipleEnding.Length > 0 && folded.Length > Data.ParticipleEnding.Length + 2 && folded.EndsWith(Data.ParticipleEnding, StringComparison.Ordinal);

    private static decimal Amount(string digits) => decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);
}
