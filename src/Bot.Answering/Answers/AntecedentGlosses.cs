using System.Collections.Immutable;
using Bot.Answering.Antecedents;
using Bot.Answering.Checking;
using Bot.Answering.Composing;
using Bot.Answering.Resources;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Answers;

/// <summary>Tells beside a quoted sentence whom its "he" means, or which "the university", when neither it nor an earlier sentence of the answer does.</summary>
internal static class AntecedentGlosses
{
    private const int ShortestPart = 3;

    /// <summary>What to add to each claim; empty where there is nothing to tell.</summary>
    /// <param name="claims">What was checked.</param>
    /// <param name="language">The language of the answer.</param>
    public static ImmutableArray<string> For(ImmutableArray<Claim> claims, string language)
    {
        var glosses = ImmutableArray.CreateBuilder<string>(claims.Length);
        var said = "";
        foreach (var claim in claims)
        {
            said = $"{said}\n{claim.Text}";
            var gloss = Of(claim, said, language);
            said += gloss;
            glosses.Add(gloss);
        }

        return glosses.DrainToImmutable();
    }

    private static string Of(Claim claim, string said, string language)
    {
        if (claim.Citations[0].Passage is not { } passage || AntecedentWords.Of(passage.Article.Language) is not { } words || Source(claim) is not { } source
            || AnaphorReader.Find(claim.Text, words, passage.Article.Language) is not { } anaphor
            || new Antecedent(passage, words).Of(anaphor, source) is not { } name || IsNamed(name, anaphor.Head, said))
        {
            return "";
        }

        return $" {Wording.Of("Meaning", language, anaphor.Span.In(claim.Text), MarkerStream.Without(name))}";
    }

    // Only an article's own sentence stands where its neighbours tell what it means; whose words it is may stand in another one.
    private static TextSpan? Source(Claim claim)
    {
        var own = claim.Citations[0];
        return QuotedSentence.Of(own.Passage!, own.Span).Text == claim.Text ? own.Span
            : claim.Citations is [_, { Passage: { } other } speaker] && other == own.Passage && claim.Text is [.., '”'] ? speaker.Span
            : null;
    }

    // By any part of the name but the noun that stands for it.
    private static bool IsNamed(string name, string? head, string said) => name.Split(' ').Any(part =>
        part.Length >= ShortestPart && !part.Equals(head, StringComparison.OrdinalIgnoreCase) && said.Contains(part, StringComparison.OrdinalIgnoreCase));
}
