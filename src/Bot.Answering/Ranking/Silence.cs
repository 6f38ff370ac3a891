namespace Bot.Answering.Ranking;

/// <summary>
/// When a sentence shares much with a question and the article is silent all the same on what is asked: what is learned from questions in words
/// of their own is in doubt about both, and who asks what an article does not say must be told so.
/// </summary>
internal static class Silence
{
    private const double Lacking = 0.9;
    private const double NoMore = 0.02;
    private const double AboutForSure = 0.9;
    private const double Likely = 0.35;

    // Of few sentences of an article one is soon far ahead of the rest, which was learned to be a good sign where an article has many.
    private const int Few = 25;
    private const int FewUnaided = 12;

    /// <summary>Whether it is.</summary>
    /// <param name="signals">What sentence and question share.</param>
    /// <param name="about">How likely the sentence is about what is asked.</param>
    /// <param name="confidence">How likely it answers.</param>
    public static bool Is(Signals signals, double about, double confidence)
    {
        if (signals.Tells(Rule.Strays) || signals.Tells(Rule.Vacant))
        {
            return true;
        }

        // "Who is the commander of the guard?", of an article that has the guard and no commander.
        var hasNamesAlone = signals[Signal.LacksSaid] >= Lacking && signals[Signal.Reach] <= signals[Signal.Context] + NoMore;
        var misses = signals[Signal.Missing] > Lacking;
        var isUnaided = signals[Signal.Unaided] > 0;
        if (hasNamesAlone && misses && signals[Signal.Found] * signals[Signal.OfArticle] < (isUnaided ? FewUnaided : Few) && signals[Signal.AkinSoFar] <= signals[Signal.Coverage] + NoMore)
        {
            return true;
        }

        // Where its synonyms are not known, a word that is missing tells little; and whether one of many articles is about it was learned from such questions.
        if (isUnaided || signals[Signal.OfArticle] < 1)
        {
            return false;
        }

        return (hasNamesAlone && signals[Signal.AsksPerson] > 0)
            || (hasNamesAlone && misses && signals[Signal.AsksSpeech] + signals[Signal.AsksReason] > 0)
            || signals.Tells(Rule.Unheard)
            || (misses && signals[Signal.LacksDeed] >= Lacking && about < AboutForSure)
            || (confidence < Likely && ((hasNamesAlone && about < AboutForSure) || (misses && (signals[Signal.LacksType] >= Lacking || signals[Signal.LacksThing] >= Lacking))));
    }
}
