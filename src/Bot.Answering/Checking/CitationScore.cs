using System.Collections.Immutable;
using Bot.Answering.Composing;
using Bot.Answering.Lexicons;
using Bot.Answering.Models;
using Bot.Answering.Tracing;

namespace Bot.Answering.Checking;

/// <summary>
/// How well the sentences that a composer wrote are cited, before anything is repaired. ALCE's definitions (Gao, Yen, Yu and Chen, "Enabling Large
/// Language Models to Generate Text with Citations", EMNLP 2023, section 3), but with Bot's claim check as the judge of support in place of the
/// paper's language model: the figures compare with each other, not with the paper's.
/// </summary>
/// <param name="Sentences">How many sentences claim something.</param>
/// <param name="Supported">How many of them all that they cite together supports; one that cites nothing is not.</param>
/// <param name="Citations">How many citations they have.</param>
/// <param name="Precise">
/// How many of those support: their sentence is supported, and the citation supports it alone or the others do not without it.
/// </param>
public sealed record CitationScore(int Sentences, int Supported, int Citations, int Precise)
{
    /// <summary>The share of sentences that their citations support; <see langword="null"/> when there are none.</summary>
    public double? Recall => Sentences == 0 ? null : (double)Supported / Sentences;

    /// <summary>The share of citations that support; <see langword="null"/> when there are none.</summary>
    public double? Precision => Citations == 0 ? null : (double)Precise / Citations;

    /// <summary>Scores what a composer wrote; <see langword="null"/> when none did.</summary>
    /// <param name="trace">The answer's trace.</param>
    /// <param name="language">The answer's language.</param>
    public static CitationScore? Of(AnswerTrace trace, string language)
    {
        if (trace.RawText is not { } raw || ReplyText.Usable(raw, isCut: false) is not { } usable || ReplyRefusal.Read(usable) is Composition.NotStated)
        {
            return null;
        }

        var lexicon = Lexicon.For(language);
        var check = new ClaimCheck(CheckThresholds.Default);
        foreach (var passage in trace.Passages)
        {
            check.EvidenceOf(passage);
        }

        var total = new CitationScore(0, 0, 0, 0);
        ImmutableArray<string> antecedents = [];
        foreach (var sentence in ComposedText.Read(ReplyRefusal.Read(usable), trace.Passages.Length, language).Sentences)
        {
            var text = MetaSpeech.WithoutLead(sentence.Text, lexicon);
            if (MetaSpeech.SaysNotStated(sentence.Text, lexicon) || MetaSpeech.IsMeta(text, lexicon))
            {
                continue;
            }

            var claim = new Claimed(text, language) { Antecedents = antecedents };
            total = total.And(Of(claim, sentence.Cited, trace, check));
            antecedents = claim.Names.Any() ? [.. claim.Names] : antecedents;
        }

        return total;
    }

    /// <summary>Both together.</summary>
    public CitationScore And(CitationScore other) => new(
        Sentences + other.Sentences, Supported + other.Supported, Citations + other.Citations, Precise + other.Precise);

    private static CitationScore Of(Claimed claim, ImmutableArray<int> cited, AnswerTrace trace, ClaimCheck check)
    {
        bool Support(IEnumerable<int> numbers) => check.Judge(claim, numbers.Select(number => trace.Passages[number - 1])).IsSupported;
        var supported = !cited.IsEmpty && Support(cited);
        var precise = supported ? cited.Count(number => Support([number]) || !Support(cited.Remove(number))) : 0;
        return new(1, supported ? 1 : 0, cited.Length, precise);
    }
}
