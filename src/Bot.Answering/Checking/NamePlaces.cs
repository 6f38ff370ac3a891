using System.Collections.Immutable;
using Bot.Answering.Facts;

namespace Bot.Answering.Checking;

/// <summary>Tells a name that stands where another one stood, by the words beside it.</summary>
internal static class NamePlaces
{
    private const int MostNames = 8;
    private const int Beside = 3;

    // A word beside a name counts once, and once more on the same side.
    private const int ClearlyMore = 4;

    private readonly record struct Place(Fact Name, HashSet<string> Words, bool IsAgent);

    public static string? Fault(Claimed claimed, Evidence evidence)
    {
        var (claim, statement) = (claimed.Statement, evidence.Statement);
        var given = Read(statement, evidence.Speeches);
        var places = Read(claim, claimed.Speeches);
        if (places.Any(place => place.IsAgent) != given.Any(place => place.IsAgent))
        {
            // "Rome attacked" and "attacked by Rome" put the same name in different places.
            return null;
        }

        var told = places.Select(place => (Place: place, Given: Of(place.Name, given))).Where(pair => pair.Given is not null).ToList();
        foreach (var (place, own) in told)
        {
            foreach (var other in given.Where(other => !Same(other.Name, place.Name)))
            {
                var (kept, crossed) = (Common(place, own!.Value), Common(place, other));
                if (told.FirstOrDefault(pair => Same(pair.Place.Name, other.Name)) is { Given: { } } counterpart)
                {
                    kept += Common(counterpart.Place, other);
                    crossed += Common(counterpart.Place, own.Value);
                }

                if (crossed >= kept + ClearlyMore)
                {
                    return $"\"{place.Name.Span.In(claim.Text)}\" stands where the passage has \"{other.Name.Span.In(statement.Text)}\"";
                }
            }
        }

        return null;
    }

    private static Place? Of(Fact name, List<Place> places)
    {
        foreach (var place in places.Where(place => Same(place.Name, name)))
        {
            return place;
        }

        return null;
    }

    private static List<Place> Read(Statement statement, ImmutableArray<Speech> speeches) =>
    [
        .. CrossingCheck.Unspoken(statement, speeches).Take(MostNames).Select(name => new Place(
            name,
            [
                .. statement.Terms.Where(term => term.Span.End <= name.Span.Start).TakeLast(Beside).SelectMany(term =>
                    new[] { term.Text, $"<{term.Text}" }),
                .. statement.Terms.Where(term => term.Span.Start >= name.Span.End).Take(Beside).SelectMany(term =>
                    new[] { term.Text, $">{term.Text}" }),
            ],
            IsAgent(statement, name))),
    ];

    private static bool IsAgent(Statement statement, Fact name) => statement.TokenAt(name.Span.Start) is { } at
        && (statement.Tokens.IsAnyOf(at - 1, statement.Lexicon.Passives) || statement.Tokens.IsAnyOf(at - 2, statement.Lexicon.Passives));

    private static int Common(Place one, Place other) => one.Words.Count(other.Words.Contains);

    private static bool Same(Fact one, Fact other) => NameParts.Of(one.Value).Intersect(NameParts.Of(other.Value)).Any();
}
