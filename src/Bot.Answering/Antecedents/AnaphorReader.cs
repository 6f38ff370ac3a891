using Bot.Answering.Facts;

namespace Bot.Answering.Antecedents;

/// <summary>Finds what a sentence begins with that a reader could not resolve.</summary>
internal static class AnaphorReader
{
    private const int Farthest = 14;
    private const int Ahead = 3;

    /// <summary>The first pronoun for a person, or "the university" as the subject; none when somebody is named or told of before it.</summary>
    /// <param name="sentence">The sentence; what stands within quotation marks in it is somebody else's to resolve.</param>
    /// <param name="words">The words of its language.</param>
    /// <param name="language">Its language.</param>
    public static Anaphor? Find(string sentence, AntecedentWords words, string language)
    {
        var text = new FactText(Unquoted.Of(sentence), language);
        var first = Enumerable.Range(0, text.Count).FirstOrDefault(text.IsWord, -1);
        return first < 0 ? null : Noun(text, first, words) ?? Pronoun(text, first, words);
    }

    private static Anaphor? Noun(FactText text, int first, AntecedentWords words) =>
        text.IsAnyOf(first, words.Definites) && text.IsAnyOf(first + 1, words.Heads) && !text.IsCapital(first + 1) && text.IsAnyOf(first + 2, words.Follow)
            ? new(text.Span(first, first + 2), null, text.Tokens[first + 1].Folded)
            : null;

    private static Anaphor? Pronoun(FactText text, int first, AntecedentWords words)
    {
        for (var at = first; at < Math.Min(text.Count, first + Farthest); at++)
        {
            var word = text.Tokens[at].Folded;

            // "As a dog returns to his vomit": farther on, "his" most often means what the sentence is about.
            if (words.He.Contains(word) || words.She.Contains(word))
            {
                return IsOneOfBoth(text, at, words) || NamesSomebody(text, first, at, words) || LooksAhead(text, first, at) || (at > first + 1 && !words.Subjects.Contains(word)) ? null
                    : new(text.Tokens[at].Span, words.He.Contains(word) ? Gender.Male : Gender.Female, null) { IsFirst = at == first };
            }

            if (words.IsPerson(Singular(word)))
            {
                return null;
            }
        }

        return null;
    }

    // "he or she" means nobody in particular.
    private static bool IsOneOfBoth(FactText text, int at, AntecedentWords words) =>
        (text.IsAnyOf(at + 2, words.She) && words.He.Contains(text.Tokens[at].Folded)) || text.Is(at + 1, '/');

    private static bool NamesSomebody(FactText text, int first, int pronoun, AntecedentWords words) =>
        Enumerable.Range(first, pronoun - first).Any(at => text.IsCapital(at) && words.OfName(text.Tokens[at].Folded) is not null)
        || FactReader.Read(text).Where(fact => fact.Kind == FactKind.Name && fact.Span.Start < text.Tokens[pronoun].Span.Start)
            .Any(name => !Enumerable.Range(first, pronoun - first).Any(at => text.IsAnyOf(at, words.Places) && text.Tokens[at + 1].Span.Start == name.Span.Start));

    // "Although he is ill, Brandt …": whom a clause before the main one means may come after it.
    private static bool LooksAhead(FactText text, int first, int pronoun) =>
        pronoun > first && !text.Is(pronoun - 1, ',') && FactReader.Read(text).Any(fact => fact.Kind == FactKind.Name && fact.Span.Start > text.Tokens[pronoun].Span.Start
            && Enumerable.Range(0, text.Count).First(at => text.Tokens[at].Span.Start >= fact.Span.Start) is var name && Enumerable.Range(name - Ahead, Ahead).Any(before => text.Is(before, ',')));

    private static string Singular(string word) => word is [.., 's'] ? word[..^1] : word;
}
