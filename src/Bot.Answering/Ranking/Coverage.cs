using System.Collections.Immutable;
using Bot.Answering.Questions;

namespace Bot.Answering.Ranking;

/// <summary>How much of a question a sentence and its surroundings have; each word counts by its rarity.</summary>
/// <param name="terms">The question's words.</param>
/// <param name="rarities">How rare each is.</param>
/// <param name="inSentence">How well the sentence has each, 0 to 1.</param>
/// <param name="anywhere">How well sentence and surroundings have each, 0 to 1.</param>
internal sealed class Coverage(ImmutableArray<QuestionTerm> terms, double[] rarities, double[] inSentence, double[] anywhere)
{
    private readonly double _rarest = rarities.Length == 0 ? 1 : rarities.Max();

    /// <summary>The share of the question that the sentence has.</summary>
    public double Sentence => Share(inSentence, _ => true) ?? 0;

    /// <summary>The share that sentence and surroundings have.</summary>
    public double Context => Share(anywhere, _ => true) ?? 0;

    /// <summary>The share of its names and numbers that they have; 1 when it has none.</summary>
    public double Names => Share(anywhere, IsFixed) ?? 1;

    /// <summary>The same of the sentence alone.</summary>
    public double NamesWithin => Share(inSentence, IsFixed) ?? 1;

    /// <summary>The share of its other words that they have; 1 when it has none. A follow-up's own words count, where it has any.</summary>
    public double Predicate => Share(anywhere, IsAsked) ?? Share(anywhere, term => !IsFixed(term)) ?? 1;

    /// <summary>The same of the sentence alone.</summary>
    public double PredicateWithin => Share(inSentence, IsAsked) ?? Share(inSentence, term => !IsFixed(term)) ?? 1;

    /// <summary>The share that the sentence has of the names a follow-up has itself; 1 when it has none, or goes on from nothing.</summary>
    public double OwnNames => terms.All(term => term.IsOwn) ? 1 : Share(inSentence, term => term.IsName && term.IsOwn) ?? 1;

    /// <summary>How many words are found nowhere.</summary>
    public int MissingWords => anywhere.Count(found => found == 0);

    /// <summary>The rarity of the rarest word that is found nowhere, as a share of the rarest one's.</summary>
    public double Missing => Rarest(anywhere, found => found == 0 ? 1 : 0);

    /// <summary>The rarity of the rarest word that the sentence itself does not have, as a share of the rarest one's; less for a synonym.</summary>
    public double Outside => Rarest(inSentence, found => 1 - found);

    /// <summary>The rarity of the rarest word that is found nowhere.</summary>
    public double MissingRarity => Missing * _rarest;

    /// <summary>The rarity of the rarest word that the sentence itself does not have.</summary>
    public double OutsideRarity => Outside * _rarest;

    /// <summary>How many of its numbers the sentence does not have.</summary>
    public int NumbersMissing => terms.Where((term, at) => term.IsNumber && inSentence[at] == 0).Count();

    /// <summary>How near to each other a sentence has the words that are neighbours in the question, 0 to 1, each pair by its rarity.</summary>
    public double Closeness(TermMatch sentence)
    {
        double all = 0, near = 0;
        for (var at = 0; at + 1 < terms.Length; at++)
        {
            var weight = rarities[at] + rarities[at + 1];
            all += weight;
            near += weight * sentence.Nearness(terms[at].Text, terms[at + 1].Text);
        }

        return all == 0 ? 1 : near / all;
    }

    /// <summary>The longest run of the question's words that stands in a sentence in the same order, as a share of all.</summary>
    public double Run(TermMatch sentence)
    {
        var longest = 0;
        for (var start = 0; start < sentence.Terms.Length; start++)
        {
            for (var from = 0; from < terms.Length; from++)
            {
                var run = 0;
                while (from + run < terms.Length && start + run < sentence.Terms.Length && terms[from + run].Text == sentence.Terms[start + run].Text)
                {
                    run++;
                }

                longest = Math.Max(longest, run);
            }
        }

        return terms.Length == 0 ? 0 : (double)longest / terms.Length;
    }

    private static bool IsFixed(QuestionTerm term) => term.IsName || term.IsNumber;

    private static bool IsAsked(QuestionTerm term) => !IsFixed(term) && term.IsOwn;

    private double Rarest(double[] matched, Func<double, double> missed)
    {
        double most = 0;
        for (var at = 0; at < terms.Length && _rarest > 0; at++)
        {
            most = Math.Max(most, missed(matched[at]) * rarities[at] / _rarest);
        }

        return most;
    }

    private double? Share(double[] matched, Func<QuestionTerm, bool> which)
    {
        double all = 0, found = 0;
        var any = false;
        for (var at = 0; at < terms.Length; at++)
        {
            if (which(terms[at]))
            {
                any = true;
                all += rarities[at];
                found += rarities[at] * matched[at];
            }
        }

        return !any ? null : all == 0 ? 0 : found / all;
    }
}
