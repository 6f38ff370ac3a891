using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

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
            : alignment.Gaps.Where(gap => gap.IsAnchored).Select(gap => Fault(new Side(claim, gap.Told), new Side(statement, gap.Given), support))
                .FirstOrDefault(fault => fault is not null);
    }

    private string? Fault(Side told, Side given, Support support) =>
        Added(told, given, support) ?? (told.Gap.Length > WidestGap || given.Gap.Length > WidestGap ? null
            : Figure(told, given, support) ?? Name(told, given) ?? Mark(told, given) ?? Word(told, given));

    private static string? Figure(Side told, Side given, Support support)
    {
        foreach (var fact in told.Figures)
        {
            var others = given.Figures.Where(other => other.Kind == fact.Kind).ToArray();
            if (others.Length > 0 && !others.Any(other => fact.Kind == FactKind.Date
                ? DateMatch.Follows(fact.Value, other.Value, support.Published).Follows
                : other.Value == fact.Value || NumberMatch.IsRounded(fact, other)))
            {
                return Instead(fact.Span.In(told.Statement.Text), others[0].Span.In(given.Statement.Text));
            }
        }

        return null;
    }

    private string? Name(Side told, Side given)
    {
        if (told.Names is not [var name, ..] || given.Names is not [var other, ..])
        {
            return null;
        }

        string[] Parts(Side side) => [.. side.Names.SelectMany(each => NameParts.Of(each.Value))];
        return names.Meet(Parts(told), Parts(given), told.Statement, given.Statement) || names.Has(told.Statement, other.Value) ? null
            : Instead(name.Span.In(told.Statement.Text), other.Span.In(given.Statement.Text));
    }

    private static string? Mark(Side told, Side given)
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

    // Without capitals a name is told from other words by nothing, so any word counts that stands in another's place.
    private static string? Word(Side told, Side given) =>
        !told.Statement.Text.Any(char.IsLower) && told.IsWording && given.IsWording ? Instead(told.Words, given.Words) : null;

    // "…, and it won two prizes": words put in of which the passage has none.
    private static string? Added(Side told, Side given, Support support)
    {
        if (given.Gap.Length > 0)
        {
            return null;
        }

        var content = told.Statement.Content.Where(term => told.Span.Contains(term.Span)).ToArray();
        return content.Length >= FewestAdded && !content.Any(term => ContentCheck.Has(support.Main, term.Text))
            ? $"nothing in the passage says \"{told.Words}\"" : null;
    }

    private static string Instead(string told, string given) => $"\"{told}\" stands where the passage has \"{given}\"";

    /// <summary>What one side has in a gap.</summary>
    private sealed record Side(Statement Statement, TextSpan Gap)
    {
        public TextSpan Span { get; } = Gap.Length == 0 ? default
            : Statement.Tokens.Span(Statement.Gists[Gap.Start].From, Statement.Gists[Gap.End - 1].To);

        public string Words => Span.In(Statement.Text);

        public IEnumerable<Fact> Figures => Within().Select(gist => gist.Fact).OfType<Fact>();

        public Fact[] Names => [.. Statement.Of(FactKind.Name).Where(Overlaps)];

        /// <summary>The words of it that qualify and that the other statement has fewer of; a verb may only have moved.</summary>
        public IEnumerable<Mark> MarksBeyond(Side other) => Statement.Marks.Where(mark => Holds(mark)
            && Statement.Marks.Count(twin => Same(twin, mark)) > other.Statement.Marks.Count(twin => Same(twin, mark)));

        /// <summary>Whether it has words that mean something: no particles or endings alone.</summary>
        public bool IsWording => Within().Any(gist => gist.Fact is null && !IsSmall(gist.Key, Statement.Lexicon));

        private bool Overlaps(Fact fact) => Gap.Length > 0 && fact.Span.Overlaps(Span);

        private static bool Same(Mark one, Mark other) => one.Cue.Kind == other.Cue.Kind && one.Cue.Class == other.Cue.Class;

        private bool Holds(Mark mark) => Gap.Length > 0 && Span.Overlaps(mark.Span)
            && mark.Cue.Kind is CueKind.Negation or CueKind.Certainty or CueKind.Quantity or CueKind.Condition;

        private IEnumerable<Gist> Within() => Statement.Gists.AsEnumerable().Skip(Gap.Start).Take(Gap.Length);

        private static bool IsSmall(string word, Lexicon lexicon) => word == "\"" || lexicon.Stop.Contains(word) || word.All(sign => sign is >= '\u3040' and <= '\u309F');
    }
}
