using System.Collections.Immutable;

namespace Bot.Evaluation.Cases;

/// <summary>What an assertion looks at. The reader of cases, their schema and the check all go by this list.</summary>
/// <param name="Name">As it is written in a case.</param>
/// <param name="Form">What its value may be.</param>
/// <param name="Meaning">What it says, for editors.</param>
public sealed record AssertionKind(string Name, ValueForm Form, string Meaning)
{
    internal static readonly AssertionKind Outcome = new("outcome", ValueForm.Outcome, "What became of the question.");
    internal static readonly AssertionKind Refuses = new("refuses", ValueForm.Flag, "Whether it is not answered: not_stated or nothing_found.");
    internal static readonly AssertionKind Contains = new("contains", ValueForm.Texts, "The answer has these words, as they are written here.");
    internal static readonly AssertionKind Regex = new("regex", ValueForm.Regex, "A .NET regular expression that matches somewhere in the answer.");
    internal static readonly AssertionKind Short = new("short", ValueForm.TextOrFlag, "The short answer, whatever its capitals; true or false: whether there is one.");
    internal static readonly AssertionKind Cites = new("cites", ValueForm.Texts, "A passage that is cited, such as slug#7, or words that stand within a citation.");
    internal static readonly AssertionKind QuoteExact = new("quote_exact", ValueForm.Flag, "Whether all that stands in quotation marks, in every sentence that was composed, stands letter for letter in a passage; and every citation in its article.");
    internal static readonly AssertionKind UnsupportedMax = new("unsupported_max", ValueForm.Count, "At most so many sentences that were composed are supported by no passage.");
    internal static readonly AssertionKind RepairedMax = new("repaired_max", ValueForm.Count, "At most so many sentences that were composed had to be cited anew or dropped.");
    internal static readonly AssertionKind Degraded = new("degraded", ValueForm.Flag, "Whether a model should have answered but could not.");
    internal static readonly AssertionKind Engine = new("engine", ValueForm.Text, "Who composed it: extractive, scripted, or a model's name.");
    internal static readonly AssertionKind Language = new("language", ValueForm.Language, "The answer's language, such as en.");
    internal static readonly AssertionKind MaxSentences = new("max_sentences", ValueForm.Count, "The answer has at most so many sentences.");
    internal static readonly AssertionKind Judge = new("judge", ValueForm.Text, "What a model must find true of the answer; skipped without a model.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<AssertionKind> All { get; } =
        [Outcome, Refuses, Contains, Regex, Short, Cites, QuoteExact, UnsupportedMax, RepairedMax, Degraded, Engine, Language, MaxSentences, Judge];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
