using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Composing;
using Bot.Answering.Lexicons;
using Bot.Answering.Tracing;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Checking;

/// <summary>Checks a composed text sentence by sentence: keeps what its citations support, cites anew what other passages support, drops the rest.</summary>
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
    public static CheckResult Check(string composedText, ImmutableArray<NumberedPassage> passages, string language, CheckThresholds thresholds)
    {
        var lexicon = Lexicon.For(language);
        var composed = ComposedText.Read(composedText, passages.Select(passage => passage.Number).DefaultIfEmpty(0).Max(), language);
        var check = new ClaimCheck(thresholds);
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
                var (verdict, citations) = Judge(claim, sentence.Cited, passages, language, check);
                verdicts.Add(verdict);
                if (!citations.IsEmpty)
                {
                    claims.Add(new Claim(text, citations));
                    antecedents = claim.Names.Any() ? [.. claim.Names] : antecedents;
                }
            }
        }

        return new CheckResult(CitationNumbering.Number(claims), verdicts.ToImmutable(), verdicts.Count(verdict => verdict.Outcome != VerdictOutcome.Supported))
        {
            SaysNotStated = saysNotStated,
            Invented = composed.Invented,
        };
    }

    private static (SentenceVerdict Verdict, ImmutableArray<Citation> Citations) Judge(
        Claimed claim, ImmutableArray<int> numbers, ImmutableArray<NumberedPassage> passages, string language, ClaimCheck check)
    {
        var text = claim.Statement.Text;
        var guess = text.Length >= SureLanguage ? LanguageGuess.Of(text) ?? language : language;
        ImmutableArray<Passage> readable = [.. passages.Select(passage => passage.Passage).Where(passage => passage.Article.Language == guess || passage.Article.Language == language)];
        if (readable.IsEmpty || (guess != language && readable.All(passage => passage.Article.Language != guess)))
        {
            return (new SentenceVerdict(text, VerdictOutcome.Dropped, passages.IsEmpty ? "there is no passage" : "answers in another language than the passages"), []);
        }

        if (guess != language)
        {
            claim = new Claimed(text, guess) { Antecedents = claim.Antecedents };
        }

        ImmutableArray<Passage> own = [.. readable.Where(passage => passage.Article.Language == guess)];
        ImmutableArray<Passage> cited = [.. numbers.SelectMany(number => passages.Where(passage => passage.Number == number)).Select(passage => passage.Passage).Where(own.Contains)];
        var first = cited.IsEmpty ? Judgement.Not("it cites no passage") : check.Judge(claim, cited);
        if (first.IsSupported)
        {
            return (new SentenceVerdict(text, VerdictOutcome.Supported, ""), first.Citations);
        }

        var second = check.Judge(claim, own);
        return second.IsSupported
            ? (new SentenceVerdict(text, VerdictOutcome.CitedAnew, first.Reason), second.Citations)
            : (new SentenceVerdict(text, VerdictOutcome.Dropped, cited.IsEmpty ? second.Reason : first.Reason), []);
    }
}
