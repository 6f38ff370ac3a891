using System.Text;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Facts;

/// <summary>Reads proper names by their capitals; scripts without capitals have none to read.</summary>
internal static class NameReader
{
    public static IEnumerable<Fact> Read(FactText text)
    {
        var single = new SingleName(text);
        for (var at = 0; at < text.Count; at++)
        {
            if (!Begins(text, at))
            {
                continue;
            }

            var (start, end) = Run(text, at);
            if (start < end && (end - start > 1 || IsAcronym(text, start) || single.StandsAt(start)))
            {
                yield return new Fact(FactKind.Name, text.Span(start, end), Value(text, start, end));
            }

            at = Math.Max(end - 1, at);
        }
    }

    /// <summary>Whether a word is written as an acronym: SDF, U.S.</summary>
    public static bool IsAcronym(FactText text, int at)
    {
        var token = text.Tokens[at];
        var letters = 0;
        foreach (var sign in token.Span.Over(text.Text))
        {
            if (char.IsLetter(sign) && !char.IsUpper(sign))
            {
                return false;
            }

            letters += char.IsLetter(sign) ? 1 : 0;
        }

        return letters > 1;
    }

    private static bool Begins(FactText text, int at) => text.IsFree(at) && (text.IsCapital(at) || IsInnerCapital(text, at)
        || (text.IsAnyOf(at, text.Lexicon.NameParticles) && text.IsDash(at + 1) && text.Touches(at) && text.Touches(at + 1)
            && text.IsCapital(at + 2)));

    private static bool IsInnerCapital(FactText text, int at) =>
        text.IsWord(at) && text.Tokens[at].Span.Length is > 2 and < 20 && text.Tokens[at].Span.Over(text.Text)[1..] is var rest
            && rest.ContainsAnyInRange('A', 'Z');

    private static (int Start, int End) Run(FactText text, int at)
    {
        var start = at;
        if (text.StartsSentence(at) && text.Lexicon.Stop.Contains(text.Tokens[at].Folded) && !IsAcronym(text, at))
        {
            start = at + 1;
            if (!Begins(text, start))
            {
                return (start, start);
            }
        }

        var end = start + 1;
        while (Next(text, end) is { } next)
        {
            end = next;
        }

        return (start, end);
    }

    /// <summary>The end of a run that takes in one more capitalised word; <see langword="null"/> when it ends here.</summary>
    private static int? Next(FactText text, int end)
    {
        if (Tokenizer.IsApostrophe(text.After(end - 1)))
        {
            // "Egypt's Sinai Peninsula" names two.
            return null;
        }

        var next = end;
        if (text.IsDash(next) && text.Touches(next - 1) && text.Touches(next))
        {
            next++;
            return text.IsFree(next) && (text.IsCapital(next) || text.IsDigits(next)) ? next + 1
                : text.IsAnyOf(next, text.Lexicon.NameParticles) && text.IsDash(next + 1) && text.IsCapital(next + 2) ? next + 3 : null;
        }

        if (text.Is(next, '&') && text.IsCapital(next + 1))
        {
            return next + 2;
        }

        // Up to two small words may stand within a name: "Ursula von der Leyen", "Department of Defense".
        var small = 0;
        while (small < 2 && text.IsWord(next) && !text.IsCapital(next) && (text.IsAnyOf(next, text.Lexicon.NameParticles) || (small == 0
            && IsLink(text, next))))
        {
            next++;
            small++;
            if (text.IsDash(next) && text.Touches(next - 1) && text.IsCapital(next + 1))
            {
                next++;
            }
        }

        return text.IsFree(next) && text.IsCapital(next) && !(text.Lexicon.Stop.Contains(text.Tokens[next].Folded)
            && !IsAcronym(text, next)) ? next + 1 : null;
    }

    private static bool IsLink(FactText text, int at) => text.Tokens[at].Folded is "of" && text.Lexicon.NameLinks.Contains("of");

    private static string Value(FactText text, int start, int end)
    {
        var value = new StringBuilder();
        for (var at = start; at < end; at++)
        {
            if (value.Length > 0 && !text.Touches(at - 1))
            {
                value.Append(' ');
            }

            value.Append(text.Tokens[at].Folded);
        }

        return value.ToString();
    }
}
