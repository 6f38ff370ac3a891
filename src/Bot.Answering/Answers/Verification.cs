using System.Collections.Immutable;
using Bot.Answering.Checking;
using Bot.Answering.Composing;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tracing;

namespace Bot.Answering.Answers;

/// <summary>
/// Makes an answer of what was composed: only what the passages support is said. What a model wrote and nothing supports is answered
/// by quoting; where quoting is not sure enough, by saying that the articles don't answer.
/// </summary>
/// <param name="shelf">The articles that were asked.</param>
/// <param name="quoting">Answers where the model could not.</param>
/// <param name="options">When an answer is sure.</param>
internal sealed class Verification(Shelf shelf, QuotingComposer quoting, AnsweringOptions options)
{
    private const string NothingSupported = "No sentence of the model's answer was supported by the passages.";

    /// <summary>Checks what was composed and completes the trace.</summary>
    public AnsweredQuestion Verify(Material material, Composed composed, AnswerTrace trace)
    {
        var check = Check(composed.Composition, material);
        trace = trace with
        {
            Passages = [.. material.Passages.Select(numbered => numbered.Passage)],
            RenderedPrompt = composed.RenderedPrompt,
            RawText = composed.RawText,
            Verdicts = check.Verdicts,
            Usage = composed.Usage,
        };
        var making = new Making(composed.Engine) { Degraded = composed.Degraded, DegradedReason = composed.DegradedReason, Repaired = check.Repaired };
        if (!check.Claims.IsEmpty || check.SaysNotStated || composed.Engine == Making.Extractive)
        {
            var version = composed.Engine == Making.Extractive ? null : composed.PromptVersion;
            return new(AnswerOf(material, check, composed.Composition, making), trace with { PromptVersion = version });
        }

        var quoted = quoting.Compose(material);
        var instead = Check(quoted, material);
        var degraded = new Making(Making.Extractive) { Degraded = true, DegradedReason = NothingSupported, Repaired = check.Repaired };
        return new(AnswerOf(material, instead, quoted, degraded), trace);
    }

    private static CheckResult Check(Composition composition, Material material) => composition.Quotes.IsEmpty
        ? Checker.Check(composition.Text, material.Passages, material.Language)
        : QuoteCheck.Check(composition.Quotes);

    private Answer AnswerOf(Material material, CheckResult check, Composition composition, Making making)
    {
        var refusals = new Refusals(shelf, material.Question);
        if (check.Claims.IsEmpty)
        {
            return shelf.SpeaksAnother(material.Question) ? refusals.NothingFound() : refusals.NotStated(material.Sentences, making);
        }

        if (Contradiction.In(material.Read, material.Sentences) is { } contradiction && contradiction.IsToldBy(check.Claims))
        {
            return TellBoth(contradiction, Glosses.OfSides(check.Claims, material.Read.Corrections, contradiction.Replaced, material.Language), material, making);
        }

        var claims = Glosses.Of(check.Claims, material.Read.Corrections, material.Language);
        var confidence = ConfidenceIn(check, material, making);
        return new Answer.Answered
        {
            Text = AnswerText.Of(claims),
            Language = material.Language,
            Confidence = confidence,
            Making = making,
            Claims = claims,
            Sure = confidence >= options.SureFrom,
            Short = composition.Short is { } words && claims[0].Text.Contains(words, StringComparison.Ordinal) ? words : null,
        };
    }

    // A newer report that replaces an older one answers; two of the same time stand side by side.
    private static Answer TellBoth(Contradiction contradiction, ImmutableArray<Claim> sides, Material material, Making making) => contradiction.Replaced
        ? new Answer.Answered
        {
            Text = AnswerText.Of(sides),
            Language = material.Language,
            Confidence = contradiction.Lead.Confidence,
            Making = making,
            Claims = sides,
        }
        : new Answer.Conflicting
        {
            Text = AnswerText.Of(sides),
            Language = material.Language,
            Confidence = contradiction.Lead.Confidence,
            Making = making,
            Sides = sides,
        };

    // A model's answer is as sure as it is supported; the quoting engine's as its best sentence fits.
    private static double ConfidenceIn(CheckResult check, Material material, Making making) => making.Engine == Making.Extractive
        ? material.Sentences[0].Confidence
        : (double)check.Claims.Length / check.Verdicts.Length;
}
