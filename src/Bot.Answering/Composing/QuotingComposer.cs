using System.Collections.Immutable;
using Bot.Answering.Learned;
using Bot.Answering.Lexicons;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Composing;

/// <summary>Answers in the articles' own words: chooses sentences, adds none.</summary>
/// <param name="options">When it is sure enough, and how much it says.</param>
/// <param name="learned">What short answers were learned from.</param>
internal sealed class QuotingComposer(IOptions<AnsweringOptions> options, LearnedAnswering learned)
{
    private const double LeastOfLead = 0.6;
    private const double OtherSideFrom = 0.5;

    // Of how many sentences each next one is chosen.
    private const int Among = 3;

    private readonly AnsweringOptions _options = options.Value;

    /// <summary>The best sentences for the question with their passages' numbers, or <see cref="Composition.NotStated"/>.</summary>
    public Composition Compose(Material material)
    {
        if (material.Sentences.IsEmpty || !IsSureEnough(material.Sentences[0], material))
        {
            return new(Composition.NotStated);
        }

        var chosen = Choose(material).ToImmutableArray();
        var quotes = chosen.Select(sentence => Attribution.Attribute(sentence.Hit)).ToImmutableArray();
        return new(string.Join('\n', chosen.Zip(quotes, (sentence, quote) => $"{quote.Whole} [{material.NumberOf(sentence)}]")))
        {
            Quotes = quotes,
            Short = material.Question.NoRefusal ? ShortAnswer.Pick(material.Read, chosen[0], learned.Spans, 0)
                : chosen[0].Confidence >= _options.SureFrom ? ShortAnswer.Pick(material.Read, chosen[0], learned.Spans, _options.ShortFrom) : null,
        };
    }

    private List<RankedSentence> Choose(Material material)
    {
        if (Contradiction.In(material.Read, material.Sentences) is { } contradiction)
        {
            return [contradiction.Lead, contradiction.Other];
        }

        var lead = material.Sentences[0];
        var most = material.Read.Kind == QuestionKind.List ? _options.MostListed : _options.MostSentences;
        var others = material.Sentences.Skip(1).Where(sentence => AddsToIt(sentence, lead, material) || IsOtherSide(sentence, lead, material) || GoesOn(sentence, lead)).Take(Among * most);
        var (novelty, completion) = (new Novelty(), new Completion(material.Read, [lead, .. others]));
        novelty.Add(lead);
        List<RankedSentence> chosen = [lead];
        while (chosen.Count < most && completion.Next(sentence => IsOtherSide(sentence, lead, material)) is { } next)
        {
            if (novelty.Add(next) || IsOtherSide(next, lead, material))
            {
                completion.Say(next);
                chosen.Add(next);
            }
        }

        return chosen;
    }

    // Whoever asks whether something is so hears the other side too, if the article has one.
    private bool IsOtherSide(RankedSentence sentence, RankedSentence lead, Material material) =>
        material.Read.Kind == QuestionKind.YesNo
        && sentence.Confidence >= OtherSideFrom * _options.AnswerFrom
        && Denies(sentence) != Denies(lead);

    // What a heading asks, its section answers: "No. Nets are still needed."
    private static bool GoesOn(RankedSentence sentence, RankedSentence lead) =>
        lead.Signals.Tells(Rule.Headed) && sentence.Hit.Passage == lead.Hit.Passage && sentence.Hit.SentenceIndex == lead.Hit.SentenceIndex + 1;

    private static bool Denies(RankedSentence sentence) => Polarity.Denies(sentence.Hit.Text, sentence.Hit.Passage.Article.Language);

    private bool IsSureEnough(RankedSentence sentence, Material material) =>
        material.Question.NoRefusal || sentence.Confidence >= _options.AnswerFrom;

    // What is about the question by its neighbours alone goes on about something else, but for the words somebody goes on to say.
    private bool AddsToIt(RankedSentence sentence, RankedSentence lead, Material material) =>
        !sentence.Hit.Text.Equals(lead.Hit.Text, StringComparison.OrdinalIgnoreCase)
        && (material.Question.NoRefusal
            || (IsSureEnough(sentence, material)
                && (material.Read.Kind == QuestionKind.Speech || sentence.Signals[Signal.Coverage] >= LeastOfLead * lead.Signals[Signal.Coverage])
                && sentence.Signals[Signal.Type] >= LeastOfLead * lead.Signals[Signal.Type]));
}
