using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>Whether a claim tells somebody's words as theirs, and as the ones they said, hoped or denied.</summary>
internal sealed class StanceCheck(NameMatch names, CheckThresholds thresholds)
{
    /// <summary>Checks a sentence taken over word by word: only a quotation without its speaker is wrong.</summary>
    public static string? VerbatimFault(Evidence evidence) => evidence.IsQuoted && evidence.Speeches.All(speech => speech.Frame.Length == 0)
        ? $"these are the words of {Who(evidence.Speeches)} and are told as fact" : null;

    public string? Fault(Claimed claim, Support support)
    {
        if (IsOrder(support.Main.Statement))
        {
            return "in the passage whoever reads it is told to say or do so, and nobody says that it is so";
        }

        var covering = Covering(claim, support.Main);
        var told = claim.Speeches;
        if (told.IsEmpty)
        {
            return covering.IsEmpty ? null : $"one side's claim told as fact: in the passage these are the words of {Who(covering)}";
        }

        var given = support.Main.Speeches;
        foreach (var speech in told)
        {
            if (!given.Any(other => SameClass(speech, other, support)))
            {
                if (IsSaidThere(speech, claim, support))
                {
                    continue;
                }

                return $"\"{speech.Frame.In(claim.Statement.Text)}\" is not how the passage reports it";
            }
        }

        if (covering.IsEmpty)
        {
            return null;
        }

        if (covering.FirstOrDefault(speech => speech.Class != Speech.Say && !told.Any(other => other.Class == speech.Class)) is { } lost)
        {
            return $"in the passage it is what {Who([lost])} only \"{lost.Class}\"";
        }

        return told.Any(speech => covering.Any(other => SameSpeaker(speech, other, claim, support)))
            ? null : $"in the passage these are the words of {Who(covering)}";
    }

    // Its own words may be quoted (that is verbatim), but support no other sentence.
    private static bool IsOrder(Statement statement) => statement.Lexicon.Orders.Match(statement.Tokens.Tokens, 0, out _) > 0;

    // The reports that most of the claim's words stand in.
    private ImmutableArray<Speech> Covering(Claimed claim, Evidence evidence)
    {
        var statement = evidence.Statement;
        var told = claim.Content.Select(term => term.Text).Concat(claim.Statement.Terms.Where(term =>
            claim.Statement.Facts.Any(fact => fact.Kind != FactKind.Quotation && fact.Span.Contains(term.Span))
                && !claim.Speeches.Any(speech => speech.Frame.Contains(term.Span)))
            .Select(term => term.Text)).ToHashSet();
        var matched = statement.Terms.Where(term => told.Contains(term.Text)).ToList();
        return matched.Count == 0 ? [.. evidence.Speeches.Where(speech => speech.Frame.Length == 0)]
            : [.. evidence.Speeches.Where(speech => Words(term => speech.Covers(term.Span)) >= thresholds.LeastAttributed * Words(_ =>
                true))];

        int Words(Func<Knowledge.Languages.Term, bool> where) => matched.Where(where).Select(term => term.Text).Distinct().Count();
    }

    private static bool SameClass(Speech told, Speech given, Support support) => told.Class == given.Class
        || (told.Class == Speech.Say && given.Class != Speech.Deny && support.Main.Quoted.Any(span => span.Length > 0));

    // A verb that reports in the claim may be a plain word of the passage.
    private static bool IsSaidThere(Speech speech, Claimed claim, Support support) =>
        claim.Statement.Marks.Where(mark => mark.Cue.Kind == CueKind.Reporting && speech.Frame.Contains(mark.Span)).All(mark =>
            claim.Statement.Terms.Any(term => mark.Span.Overlaps(term.Span) && support.Statement.TermSet.Contains(term.Text)))
        && claim.Statement.Marks.Any(mark => mark.Cue.Kind == CueKind.Reporting && speech.Frame.Contains(mark.Span));

    private bool SameSpeaker(Speech told, Speech given, Claimed claim, Support support)
    {
        if (given.Frame.Length == 0 && support.Main.SpokenIn is { } spoken)
        {
            support.Use(spoken);
        }

        IReadOnlyCollection<string> speakers = told.Speaker.Names;
        if (speakers.Count == 0 && told.Speaker.Pronoun)
        {
            speakers = claim.Antecedents.Length > 0 ? claim.Antecedents : [.. claim.NamesOutside(told)];
            if (speakers.Count == 0)
            {
                return given.Speaker.Pronoun;
            }
        }

        var source = given.Frame.Length == 0 ? support.Main.SpokenIn ?? support.Main : support.Main;
        if (speakers.Count == 0)
        {
            return told.Speaker.Roles.Any(role => given.Speaker.Roles.Contains(role) || source.Statement.TermSet.Contains(role)
                || (given.Speaker.NeedsAntecedent && (source.Previous?.Statement.TermSet.Contains(role) ?? false)));
        }

        if (names.Meet(speakers, given.Speaker.Names, claim.Statement, source.Statement))
        {
            return true;
        }

        if (given.Speaker == Speaker.Unknown)
        {
            return speakers.All(name => source.Passage.Text.Contains(name, StringComparison.OrdinalIgnoreCase)
                || source.Context.Words.Contains(name));
        }

        // "he said": the name stands earlier, in this sentence or the one before.
        if (!given.Speaker.NeedsAntecedent)
        {
            return false;
        }

        string[] earlier = [.. source.Statement.Of(FactKind.Name).Where(name => name.Span.End <= given.Frame.Start).SelectMany(name =>
            NameParts.Of(name.Value))];
        if (given.Speaker.Pronoun && names.Meet(speakers, earlier, claim.Statement, source.Statement))
        {
            return true;
        }

        if (source.Previous is { } previous && names.Meet(speakers, [.. previous.Antecedents], claim.Statement, previous.Statement))
        {
            support.Use(previous);
            return true;
        }

        return false;
    }

    private static string Who(IEnumerable<Speech> speeches) =>
        speeches.Select(speech => string.Join(' ', speech.Speaker.Names.Concat(speech.Speaker.Roles))).FirstOrDefault(who =>
            who.Length > 0) is { } known ? $"\"{known}\"" : "someone else";
}
