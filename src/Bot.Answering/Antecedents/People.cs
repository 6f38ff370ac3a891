using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Antecedents;

/// <summary>The people that an article names in full, looked up by the part of their name that it goes on to use.</summary>
/// <param name="article">The article.</param>
/// <param name="words">The words of its language.</param>
internal sealed class People(Article article, AntecedentWords words)
{
    private const int MostOccurrences = 60;
    private const int FewestPronouns = 10;
    private const int Prevailing = 9;
    private const int LongestName = 4;
    private const int Lead = 400;

    private readonly Lazy<(string Name, Gender Gender)?> _subject = new(() => SubjectOf(article, words));

    /// <summary>The person the whole article is about, if it is about one: its title is a name, and nearly all its pronouns are of one gender.</summary>
    public (string Name, Gender Gender)? Subject => _subject.Value;

    /// <summary>Whom a single name stands for, when the article names only one such person in full.</summary>
    public (string Name, Gender Gender)? Named(string name)
    {
        if (Subject is { } subject && subject.Name.Split(' ').Contains(name))
        {
            return subject;
        }

        var known = new Dictionary<string, (string Name, Gender Gender)>(StringComparer.Ordinal);
        var at = -1;
        for (var count = 0; count < MostOccurrences && (at = article.Text.IndexOf(name, at + 1, StringComparison.Ordinal)) >= 0; count++)
        {
            if (!IsWhole(at, name.Length))
            {
                continue;
            }

            if (GivenBefore(at) is { } given)
            {
                known.TryAdd(given.Word, (Whole(given.Start, at + name.Length), given.Gender));
            }
            else if (IsAnothers(at))
            {
                return null;
            }
        }

        return known.Count == 1 ? known.Values.Single() : null;
    }

    // "Hunter Biden" beside "Joe Biden": a given name that is not known is one all the same.
    private bool IsAnothers(int at) => WordBefore(at) is { } before && char.IsUpper(before.Word[0]) && before.Word.ToLowerInvariant() is var word
        && !words.IsTitle(word) && !Lexicon.For(article.Language).Stop.Contains(word);

    private string Whole(int start, int end) => string.Join(' ', article.Text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private bool IsWhole(int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(article.Text[at - 1])) && (at + length >= article.Text.Length || !char.IsLetterOrDigit(article.Text[at + length]));

    // The given name before a surname, one middle name or initial between them.
    private (string Word, int Start, Gender Gender)? GivenBefore(int at)
    {
        for (var step = 0; step < 2; step++)
        {
            if (WordBefore(at) is not { } before || !char.IsUpper(before.Word[0]))
            {
                return null;
            }

            if (words.OfName(before.Word.ToLowerInvariant()) is { } gender)
            {
                return (before.Word, before.Start, gender);
            }

            at = before.Start;
        }

        return null;
    }

    // A full stop belongs to an initial only: in "… by Kim. Einstein …" a sentence ends.
    private (string Word, int Start)? WordBefore(int at)
    {
        var text = article.Text;
        if (at < 2 || text[at - 1] != ' ')
        {
            return null;
        }

        var end = text[at - 2] == '.' && at >= 3 && char.IsUpper(text[at - 3]) ? at - 2 : at - 1;
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return start == end || (start > 0 && text[start - 1] == '-') || (end < at - 1 && end - start > 1) ? null : (text[start..end], start);
    }

    private static (string Name, Gender Gender)? SubjectOf(Article article, AntecedentWords words)
    {
        var parts = article.Title.Split(' ');
        if (parts.Length > LongestName || !parts.All(part => part.Length > 0 && char.IsUpper(part[0]) && !words.NotPeople.Contains(part.ToLowerInvariant()))
            || !article.Text.Contains(article.Title, StringComparison.Ordinal))
        {
            return null;
        }

        var (he, she) = (Count(article.Text, words.He), Count(article.Text, words.She));
        var gender = he > she ? Gender.Male : Gender.Female;
        var prevails = Math.Max(he, she) >= Math.Max(FewestPronouns, Prevailing * Math.Min(he, she));
        return prevails && (words.OfName(parts[0].ToLowerInvariant()) == gender || Count(article.Text[..Math.Min(article.Text.Length, Lead)], words.Born) > 0) ? (article.Title, gender) : null;
    }

    private static int Count(string text, IEnumerable<string> pronouns) => pronouns.Sum(pronoun => text.AsSpan().Count($" {pronoun} "));
}
