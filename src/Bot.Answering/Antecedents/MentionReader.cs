using Bot.Answering.Facts;

namespace Bot.Answering.Antecedents;

/// <summary>Reads whom and what a sentence names.</summary>
internal static class MentionReader
{
    /// <summary>The names of a sentence, in order.</summary>
    public static IReadOnlyList<Mention> Read(FactText text, AntecedentWords words, People people)
    {
        var mentions = FactReader.Read(text).Where(fact => fact.Kind == FactKind.Name).Select(name => Of(text, First(text, name.Span.Start), First(text, name.Span.End), words, people))
            .ToList();

        // "Fred" may look like a word at the start of a sentence.
        mentions.AddRange(Enumerable.Range(0, text.Count)
            .Where(at => text.IsCapital(at) && words.OfName(text.Tokens[at].Folded) is not null && !mentions.Any(mention => at >= mention.From && at < mention.To))
            .Select(at => Of(text, at, at + 1, words, people)).ToArray());
        return [.. mentions.OrderBy(mention => mention.From)];
    }

    private static int First(FactText text, int place) => Enumerable.Range(0, text.Count).FirstOrDefault(at => text.Tokens[at].Span.Start >= place, text.Count);

    private static Mention Of(FactText text, int from, int to, AntecedentWords words, People people)
    {
        // "Chris Nashawaty of Entertainment Weekly"
        var end = Enumerable.Range(from + 1, to - from - 1).FirstOrDefault(at => text.IsAnyOf(at, words.Small), to);
        var (kind, whole) = Read(text, from, end, words, people);
        return new(whole, from, to, kind);
    }

    private static (MentionKind Kind, string Name) Read(FactText text, int from, int to, AntecedentWords words, People people)
    {
        var whole = text.Span(from, to).In(text.Text);
        Gender? titled = null;
        var isTitled = false;
        var start = from;
        while (start < to && IsBeside(text, start, to, words))
        {
            titled ??= words.OfTitle(text.Tokens[start].Folded);
            isTitled = true;
            start++;
            start += start < to && text.Tokens[start].Is('.') ? 1 : 0;
        }

        // "the President" alone is somebody, and "Dave “Davey D” Cook" is not what he is called here.
        if (start >= to || whole.Contains("  ", StringComparison.Ordinal))
        {
            return (MentionKind.Unknown, whole);
        }

        var word = text.Tokens[start].Folded;
        if (Enumerable.Range(start, to - start).Any(at => words.NotPeople.Contains(text.Tokens[at].Folded)))
        {
            // "Peter Hall" is somebody, unless he is a street.
            return (titled is { } noble ? Of(noble) : words.OfName(word) is { } named && !isTitled && to - start == 2 && !IsThing(text, from, start, to, words) ? Of(named) : MentionKind.Thing, whole);
        }

        var last = text.Tokens[to - 1].Span.In(text.Text);
        if (people.Named(last) is { } known && (to - start == 1 || known.Name.Contains(text.Tokens[start].Span.In(text.Text), StringComparison.Ordinal)))
        {
            return (Of(known.Gender), known.Name);
        }

        return words.OfName(word) is { } gender ? (Of(gender), text.Span(start, to).In(text.Text))
            : titled is { } told ? (Of(told), whole)
            : !isTitled && IsThing(text, from, start, to, words) ? (MentionKind.Thing, whole)
            : (MentionKind.Unknown, whole);
    }

    // "Suspect Ryan Routh", but "Hunter Biden"
    private static bool IsBeside(FactText text, int at, int to, AntecedentWords words) =>
        words.IsTitle(text.Tokens[at].Folded) || (at + 2 < to && words.IsPerson(text.Tokens[at].Folded));

    private static bool IsThing(FactText text, int from, int start, int to, AntecedentWords words) =>
        text.IsAnyOf(from - 1, words.Places) || (text.IsAnyOf(from - 1, words.Definites) && text.IsAnyOf(from - 2, words.Places))
        || (to - start == 1 && (NameReader.IsAcronym(text, start) || words.ThingEndings.Any(ending => text.Tokens[start].Folded.EndsWith(ending, StringComparison.Ordinal))));

    private static MentionKind Of(Gender gender) => gender == Gender.Male ? MentionKind.Male : MentionKind.Female;
}
