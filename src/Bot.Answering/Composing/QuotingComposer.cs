using System.Collections.Immutable;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Composing;

/// <summary>Answers in the articles' own words: chooses sentences, adds none.</summary>
/// <param name="options">When it is sure enough, and how much it says.</param>
internal sealed class QuotingComposer(IOptions<AnsweringOptions> options)
{
    private readonly AnsweringOptions _options = options.Value;

    /// <summary>The best sentences for the question with their passages' numbers, or <see cref="Composition.NotStated"/>.</summary>
    public Composition Compose(Material material)
    {
        if (material.Sentences.IsEmpty || !IsSureEnough(material.Sentences[0], material))
        {
            return new(Composition.NotStated);
        }

        var chosen = Choose(material).ToImmutableArray();
        return new(string.Join('\n', chosen.Select(sentence => $"{Attribution.Attribute(sentence.Hit)} [{material.NumberOf(sentence)}]")))
        {
            Short = chosen[0].Confidence >= _options.SureFrom ? ShortAnswer.Pick(material.Read, chosen[0]) : null,
        };
    }

    private IEnumerable<RankedSentence> Choose(Material material)
    {
        if (Contradiction.In(material.Read, material.Sentences) is { } contradiction)
        {
            return [contradiction.Lead, contradiction.Other];
        }

        var lead = material.Sentences[0];
        var others = material.Sentences.Skip(1).Where(sentence => IsSureEnough(sentence, material) && !SaysTheSame(sentence, lead));
        if (material.Read.Kind == QuestionKind.YesNo)
        {
            // Whoever asks whether something is so hears the other side too, if the article has one.
            others = others.OrderBy(sentence => Polarity.Denies(sentence.Hit) == Polarity.Denies(lead.Hit));
        }

        var most = material.Read.Kind == QuestionKind.List ? _options.MostListed : _options.MostSentences;
        return others.Take(most - 1).Prepend(lead);
    }

    private bool IsSureEnough(RankedSentence sentence, Material material) =>
        material.Question.NoRefusal || sentence.Confidence >= _options.AnswerFrom;

    private static bool SaysTheSame(RankedSentence sentence, RankedSentence lead) =>
        sentence.Hit.Text.Equals(lead.Hit.Text, StringComparison.OrdinalIgnoreCase);
}
