using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>Whether a claim is as negative, as certain, as conditional and as general as a sentence.</summary>
internal static class MarkCheck
{
    // "will" hedges nothing: of "will probably" it keeps the surer half.
    private const string Future = "future";

    private static readonly HashSet<string> Several = ["some", "several"];
    private static readonly HashSet<string> Narrowing = ["some", "few", "most"];

    public static string? Fault(Statement claim, Statement statement, CheckThresholds thresholds) =>
        Condition(claim, statement)
        ?? Added(claim, statement)
        ?? Dropped(claim, statement, thresholds);

    private static string? Condition(Statement claim, Statement statement) =>
        (First(claim, CueKind.Condition), First(statement, CueKind.Condition)) switch
        {
            (null, { } mark) => $"the condition \"{mark.Span.In(statement.Text)}\" of the passage is left out",
            ({ } mark, null) => $"the condition \"{mark.Span.In(claim.Text)}\" is not in the passage",
            _ => null,
        };

    private static Mark? First(Statement statement, CueKind kind) => statement.Marks.FirstOrDefault(mark => mark.Cue.Kind == kind);

    private static string? Added(Statement claim, Statement statement)
    {
        foreach (var mark in claim.Marks.Where(IsScoped))
        {
            if (!statement.Marks.Any(other => SameClass(mark, other) && mark.Meets(other)))
            {
                return $"\"{mark.Span.In(claim.Text)}\" ({Name(mark.Cue.Kind)}) is not said of it in the passage";
            }
        }

        return null;
    }

    private static string? Dropped(Statement claim, Statement statement, CheckThresholds thresholds)
    {
        foreach (var mark in statement.Marks.Where(IsScoped))
        {
            var matters = mark.Cue.Kind != CueKind.Quantity || Narrowing.Contains(mark.Cue.Class);
            if (matters && Concerns(mark, claim, thresholds) && !claim.Marks.Any(other => Keeps(mark, other, statement)))
            {
                return $"the passage's \"{mark.Span.In(statement.Text)}\" ({Name(mark.Cue.Kind)}) is left out";
            }
        }

        return null;
    }

    // "could likely resurge" may be told as "could resurge": one hedge of the passage's suffices.
    private static bool Keeps(Mark mark, Mark told, Statement statement) => mark.Meets(told) && (SameClass(mark, told)
        || (mark.Cue.Kind == CueKind.Certainty && told.Cue.Kind == CueKind.Certainty && told.Cue.Class != Future
            && statement.Marks.Any(other => other != mark && SameClass(other, told) && other.Meets(mark))));

    private static bool Concerns(Mark mark, Statement claim, CheckThresholds thresholds)
    {
        if (mark.Head is null)
        {
            return false;
        }

        var share = (double)mark.Scope.Count(claim.TermSet.Contains) / mark.Scope.Length;
        return mark.Cue.Kind == CueKind.Quantity ? claim.TermSet.Contains(mark.Head)
            : share >= thresholds.LeastScope || (claim.TermSet.Contains(mark.Head) && share >= thresholds.LeastScope / 2);
    }

    private static bool IsScoped(Mark mark) => mark.Cue.Kind is CueKind.Negation or CueKind.Certainty or CueKind.Quantity;

    private static bool SameClass(Mark one, Mark other) => one.Cue.Kind == other.Cue.Kind
        && (one.Cue.Class == other.Cue.Class || (Several.Contains(one.Cue.Class) && Several.Contains(other.Cue.Class)));

    private static string Name(CueKind kind) => kind switch
    {
        CueKind.Negation => "negation",
        CueKind.Certainty => "certainty",
        _ => "quantity",
    };
}
