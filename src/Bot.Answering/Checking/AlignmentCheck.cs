using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>
/// Whether a claim that follows a sentence word by word has in some place another number, date, name or qualifying word than the sentence
/// has there, however well the rest of the passage knows it.
/// </summary>
/// <param name="names">Compares names.</param>
/// <param name="thresholds">From when a claim follows a sentence.</param>
internal sealed class AlignmentCheck(NameMatch names, CheckThresholds thresholds)
{
    private const int WidestGap = 8;
    private const int WidestMark = 4;
    private const int FewestAdded = 2;

    private static readonly ImmutableHashSet<string> Narrowing = ["some", "few", "most"];
    private static readonly ImmutableHashSet<string> Widening = ["all", "most", "only"];

    public string? Fault(Statement claim, Support support)
    {
        var statement = support.Statement;
        var alignment = Alignment.Of(claim.Gists, statement.Gists);
        return alignment.Share < thresholds.LeastFollowed ? null
            : alignment.Gaps.Where(gap => gap.IsAnchored).Select(gap => Fault(new GapSide(claim, gap.Told), new GapSide(statement, gap.Given), support))
                .FirstOrDefault(fault => fault is not null);
    }

    private string? Fault(GapSide told, GapSide given, Support support) =>
        Added(told, given, support) ?? (told.Gap.Length > WidestGap || given.Gap.Length > WidestGap ? null
            : Figure(told, given, support) ?? Name(told, given) ?? Mark(told, given) ?? Word(told, given) ?? Join.Fault(told, given, support.Main))
            ?? Condition(told, given) ?? Speech(told, given, support);

    private static string? Figure(GapSide told, GapSide given, Support support)
    {
        foreach (var fact in told.Figures)
        {
            var others = given.Figures.Where(other => other.Kind == fact.Kind).ToArray();
            if (others.Length > 0 && !others.Any(other => fact.Kind == FactKind.Date
                ? DateMatch.Follows(fact.Value, other.Value, support.Published).Follows
                : NumberMatch.Fits(fact, told.Statement, other, given.Statement)))
            {
                return Instead(fact.Span.In(told.Statement.Text), others[0].Span.In(given.Statement.Text));
            }
        }

        return null;
    }

    private string? Name(GapSide told, GapSide given)
    {
        if (told.Names is not [var name, ..] || given.Names is not [var other, ..])
        {
            return null;
        }

        return names.Meet(told.NameParts, given.NameParts, told.Statement, given.Statement) || names.Has(told.Statement, other.Value) ? null
            : Instead(name.Span.In(told.Statement.Text), other.Span.In(given.Statement.Text));
    }

    private static string? Mark(GapSide told, GapSide given)
    {
        if (given.Gap.Length > WidestMark || told.Gap.Length > WidestMark)
        {
            return null;
        }

        if (given.MarksBeyond(told).FirstOrDefault(mark => mark.Cue.Kind != CueKind.Quantity || Narrowing.Contains(mark.Cue.Class)) is { } left)
        {
            return $"the passage's \"{left.Span.In(given.Statement.Text)}\" is left out";
        }

        return told.MarksBeyond(given).FirstOrDefault(mark => mark.Cue.Kind != CueKind.Quantity || Widening.Contains(mark.Cue.Class)) is { } put
            ? $"\"{put.Span.In(told.Statement.Text)}\" is not said there in the passage" : null;
    }

    // However long: "if the inspection finds no cracks" left out makes another claim, and so does "according to the mayor".
    private static string? Condition(GapSide told, GapSide given) =>
        given.MarksBeyond(told).FirstOrDefault(mark => mark.Cue.Kind == CueKind.Condition) is { } left
            ? $"the condition \"{left.Span.In(given.Statement.Text)}\" of the passage is left out" : null;

    private static string? Speech(GapSide told, GapSide given, Support support) =>
        given.Gap.Length > 0 && told.Reports < given.Reports
            && support.Main.Speeches.FirstOrDefault(speech => given.IsLittleMoreThan(speech.Frame)) is { } left
            ? $"one side's claim told as fact: \"{left.Frame.In(given.Statement.Text)}\" is left out" : null;

    // Without capitals a name is told from other words by nothing, so any word counts that stands in another's place.
    private static string? Word(GapSide told, GapSide given) =>
        !told.Statement.HasCapitals && told.IsWording && given.IsWording ? Instead(told.Words, given.Words) : null;

    // "…, and it won two prizes": words put in of which the passage has none.
    private static string? Added(GapSide told, GapSide given, Support support)
    {
        if (given.Gap.Length > 0)
        {
            return null;
        }

        var content = told.Statement.Content.Where(term => told.Span.Contains(term.Span)).ToArray();
        var missing = content.Count(term => !ContentCheck.Has(support.Main, term.Text));
        return missing >= FewestAdded && missing * 3 >= content.Length * 2
            ? $"nothing in the passage says \"{told.Words}\"" : null;
    }

    private static string Instead(string told, string given) => $"\"{told}\" stands where the passage has \"{given}\"";
}
