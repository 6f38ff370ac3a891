using Bot.Answering.Facts;

namespace Bot.Answering.Checking;

/// <summary>Tells whether a verb that may report does so where it stands.</summary>
internal static class ReportingVerb
{
    private const int MostCompared = 4;

    /// <summary>Whether the words from a place on, of so many tokens, report what somebody says.</summary>
    public static bool Reports(FactText text, int at, int length) =>
        !IsCompared(text, at) && (length > 1 || !text.Lexicon.AmbiguousReporting.Contains(text.Tokens[at].Folded) || IsVerb(text, at));

    // "he claims that it fell" reports, "the claims of others" do not.
    private static bool IsVerb(FactText text, int at) =>
        text.IsAnyOf(at + 1, text.Lexicon.ReportingComplements) || text.Is(at + 1, '"') || text.Is(at + 1, '“') || text.Is(at + 1, ':')
            || text.IsAnyOf(at - 1, text.Lexicon.Pronouns) || (text.IsCapital(at - 1) && !IsDeterminer(text, at - 1))
            || text.Is(at - 1, '"') || text.Is(at - 1, '”') || text.Is(at - 1, ',');

    // "The report was read", "Its claims are old": a capital at the sentence's start makes no speaker.
    private static bool IsDeterminer(FactText text, int at) => text.StartsSentence(at) && (text.IsAnyOf(at, text.Lexicon.Articles)
        || (text.IsAnyOf(at, text.Lexicon.Anaphors) && !text.IsAnyOf(at, text.Lexicon.Pronouns)));

    // "twice as many as it had expected" and "than the mayor hoped" measure by what somebody thought, and tell nothing of it.
    private static bool IsCompared(FactText text, int at)
    {
        for (var from = at; from >= Math.Max(1, at - MostCompared) && text.IsWord(from); from--)
        {
            if (text.Lexicon.Yardsticks.MatchBefore(text.Tokens, from, out _) > 0)
            {
                return from == at || text.IsCapital(from) || text.IsAnyOf(from, text.Lexicon.Pronouns) || text.IsAnyOf(from, text.Lexicon.Articles);
            }
        }

        return false;
    }
}
