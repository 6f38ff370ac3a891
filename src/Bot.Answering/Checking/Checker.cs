using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Composing;
using Bot.Answering.Lexicons;
using Bot.Answering.Tracing;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Checking;

/// <summary>
/// Checks a composed text sentence by sentence: keeps what its citations support, cites anew what other passages support, drops the
/// rest.
/// </summary>
internal static class Checker
{
    private const int SureLanguage = 30;

    /// <summary>Checks a composed text.</summary>
    /// <param name="composedText">Sentences with markers that name passages.</param>
    /// <param name="passages">The passages it may cite.</param>
    /// <param name="language">The language it should be in.</param>
    public static CheckResult Check(string composedText, ImmutableArray<NumberedPassage> passages, string language) =>
        Check(composedText, passages, language, CheckThresholds.Default);

    /// <inheritdoc cref="Check(string, ImmutableArray{NumberedPassage}, string)"/>
    public static CheckResult Check(
        string composedText, ImmutableArray<NumberedPassage> passages, string language, CheckThresholds thresholds) =>
        Check(composedText, passages, language, new ClaimCheck(thresholds));

    /// <summary>Checks one of several texts over the same passages, which <paramref name="check"/> reads once.</summary>
    /// <inheritdoc cref="Check(string, ImmutableArray{NumberedPassage}, string)"/>
    public static CheckResult Check(string composedText, ImmutableArray<NumberedPassage> passages, string language, ClaimCheck check)
    {
        var lexicon = Lexicon.For(language);
        var composed = ComposedText.Read(composedText, passages.Select(passage => passage.Number).DefaultIfEmpty(0).Max(), language);
        foreach (var passage in passages)
        {
            check.EvidenceOf(passage.Passage);
        }

        var claims = new List<Claim>();
        var verdicts = ImmutableArray.CreateBuilder<SentenceVerdict>();
        var saysNotStated = false;
        ImmutableArray<string> antecedents = [];
        foreach (var sentence in composed.Sentences)
        {
            var text = MetaSpeech.WithoutLead(sentence.Text, lexicon);
            if (MetaSpeech.SaysNotStated(sentence.Text, lexicon))
            {
                saysNotStated = true;
            }
            else if (!MetaSpeech.IsMeta(text, lexicon))
            {
                var claim = new Claimed(text, language) { Antecedents = antecedents };
                var (verdict, citations) = Judge(claim, sentence.Cited, passages, check);
                verdicts.Add(verdict);
                if (!citations.IsEmpty)
                {
                    claims.Add(new Claim(text, citations));
                    antecedents = claim.Names.Any() ? [.. claim.Names] : antecedents;
                }
            }
        }

        return new CheckResult(CitationNumbering.Number(claims), verdicts.ToImmutable(), verdicts.Count(verdict =>
            verdict.Outcome != VerdictOutcome.Supported))
        {
            SaysNotStated = saysNotStated,
            Invented = composed.Invented,
        };
    }

    private static (SentenceVerdict Verdict, ImmutableArray<Citation> Citations) Judge(
        Claimed claim, ImmutableArray<int> numbers, ImmutableArray<NumberedPassage> passages, ClaimCheck check)
    {
        var (text, language) = (claim.Statement.Text, claim.Statement.Language);
        var guess = text.Length >= SureLanguage ? LanguageGuess.Of(text) ?? language : language;

        // A guess may err over a sentence full of foreign names: it counts only where the language asked for leads nowhere.
        var spoken = passages.Any(passage => passage.Passage.Article.Language == language) ? language : guess;
        var own = passages.Where(passage => passage.Passage.Article.Language == spoken).ToImmutableArray();
        claim = spoken == language ? claim : new Claimed(text, spoken) { Antecedents = claim.Antecedents };
        var cited = numbers.SelectMany(number => own.Where(passage => passage.Number == number)).ToImmutableArray();
        var first = cited.IsEmpty ? Judgement.Not("it cites no passage") : check.Judge(claim, cited.Select(passage => passage.Passage));
        if (first.IsSupported)
        {
            return (new SentenceVerdict(text, VerdictOutcome.Supported, ""), first.Citations);
        }

        var second = check.Judge(claim, own.Select(passage => passage.Passage));
        if (second.IsSupported)
        {
            return (new SentenceVerdict(text, VerdictOutcome.CitedAnew, first.Reason), second.Citations);
        }

        var isForeign = !passages.IsEmpty && (own.IsEmpty || passages.All(passage => passage.Passage.Article.Language != guess));
        var reason = isForeign ? "it answers in another language than the passages" : cited.IsEmpty ? second.Reason : first.Reason;
        return (new SentenceVerdict(text, VerdictOutcome.Dropped, reason), []);
    }
}
