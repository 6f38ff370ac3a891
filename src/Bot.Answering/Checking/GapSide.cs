using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>What a claim, or the sentence that it follows, has in a gap of their alignment.</summary>
/// <param name="Statement">The claim or the sentence.</param>
/// <param name="Gap">The gap, by its places in the gists.</param>
internal sealed record GapSide(Statement Statement, TextSpan Gap)
{
    private const int MostBeside = 1;

    public TextSpan Span { get; } = Gap.Length == 0 ? default
        : Statement.Tokens.Span(Statement.Gists[Gap.Start].From, Statement.Gists[Gap.End - 1].To);

    public string Words => Span.In(Statement.Text);

    /// <summary>The words in the gap that are parts of names.</summary>
    public string[] NameParts => [.. Within().Where(gist => Names.Any(name => name.Span.Overlaps(Statement.Tokens.Span(gist.From, gist.To)))).Select(gist => gist.Key)];

    public IEnumerable<Fact> Figures => Within().Select(gist => gist.Fact).OfType<Fact>();

    public Fact[] Names => [.. Statement.Of(FactKind.Name).Where(Overlaps)];

    /// <summary>The words of it that qualify and that the other statement has fewer of; a verb may only have moved.</summary>
    public IEnumerable<Mark> MarksBeyond(GapSide other) => Statement.Marks.Where(mark => Holds(mark)
        && Statement.Marks.Count(twin => Same(twin, mark)) > other.Statement.Marks.Count(twin => Same(twin, mark)));

    /// <summary>How many words of the whole statement tell that somebody says something.</summary>
    public int Reports => Statement.Marks.Count(mark => mark.Cue.Kind is CueKind.Reporting or CueKind.Attribution or CueKind.AttributionAfter);

    /// <summary>Whether it has words that mean something: no particles or endings alone.</summary>
    public bool IsWording => Within().Any(gist => gist.Fact is null && !IsSmall(gist.Key, Statement.Lexicon));

    /// <summary>Whether it holds some words and hardly any others: "Bali said that", but not "and Bali said no".</summary>
    public bool IsLittleMoreThan(TextSpan words) => words.Length > 0 && Span.Contains(words)
        && Within().Count(gist => !Statement.Tokens.Span(gist.From, gist.To).Overlaps(words)) <= MostBeside;

    private bool Overlaps(Fact fact) => Gap.Length > 0 && fact.Span.Overlaps(Span);

    private static bool Same(Mark one, Mark other) => one.Cue.Kind == other.Cue.Kind && one.Cue.Class == other.Cue.Class;

    private bool Holds(Mark mark) => Gap.Length > 0 && Span.Overlaps(mark.Span)
        && mark.Cue.Kind is CueKind.Negation or CueKind.Certainty or CueKind.Quantity or CueKind.Condition;

    private IEnumerable<Gist> Within() => Statement.Gists.AsEnumerable().Skip(Gap.Start).Take(Gap.Length);

    private static bool IsSmall(string word, Lexicon lexicon) => word == "\"" || lexicon.Stop.Contains(word) || word.All(sign => sign is >= '\u3040' and <= '\u309F');
}
