using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Composing;
using Bot.Answering.Contract;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Replies;
using Bot.Answering.Tracing;
using Bot.Answering.Watching;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Answering;

/// <summary>Answers questions from the articles: search → compose → check. Nothing unsupported is said, whoever composed it.</summary>
public sealed class Answerer
{
    private readonly KnowledgeBase _knowledge;
    private readonly Composer _composer;
    private readonly QuotingComposer _quoting;
    private readonly LearnedAnswering _learned;
    private readonly FixedReplies _replies;
    private readonly AnsweringOptions _options;
    private readonly ImmutableSortedDictionary<string, string?> _settings;
    private readonly TimeProvider _clock;

    internal Answerer(
        KnowledgeBase knowledge, Composer composer, QuotingComposer quoting, LearnedAnswering learned, FixedReplies replies, IOptions<AnsweringOptions> options, TimeProvider clock)
    {
        _knowledge = knowledge;
        _composer = composer;
        _quoting = quoting;
        _learned = learned;
        _replies = replies;
        _options = options.Value;
        _settings = _options.ByName();
        _clock = clock;
    }

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question; of its history the last <see cref="AnsweringOptions.Turns"/> turns count.</param>
    /// <param name="progress">Told of each stage as it is reached.</param>
    /// <param name="cancellationToken">Stops at once, also in the middle of a model's answer.</param>
    /// <exception cref="UnknownArticleException">The question names an article that is not there.</exception>
    /// <exception cref="OperationCanceledException">The reader no longer wants the answer.</exception>
    public async Task<AnsweredQuestion> AnswerAsync(Question question, IProgress<AnswerStage>? progress, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        using var step = AnswerStep.Begin(AnswerStep.Answer);
        using var snapshot = _knowledge.Acquire();
        var sources = new AnswerSources { Articles = snapshot.Articles, Replies = _replies.Current, Settings = _settings, Moment = _clock.GetUtcNow(), Recalled = question.History.Length };
        var shelf = Shelf.For(question, snapshot, sources.Moment);
        var recent = question with { History = [.. question.History.TakeLast(_options.Turns)] };
        List<Consultation> asked = [];
        var answered = await AnswerAsync(recent, shelf, sources.Replies, asked, progress, cancellationToken).ConfigureAwait(false);
        step.Say("bot.outcome", AnswerLine.OutcomeOf(answered.Answer));
        asked.RemoveAll(consultation => consultation.Prompt is null);
        return (answered with
        {
            Trace = answered.Trace with { Consulted = [.. asked.Select(consultation => consultation.Told())] },
            Sources = sources with { Prompts = [.. asked.Select(consultation => consultation.Prompt!.Text)] },
        }).After(_clock.GetElapsedTime(started));
    }

    /// <summary>Loads what answering needs besides the articles: whoever reads those for the first question can do both at once.</summary>
    /// <param name="question">The question that will be asked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task PrepareAsync(Question question, CancellationToken cancellationToken)
    {
        var language = LanguageGuess.Of(question.Text) ?? Shelf.DefaultLanguage;
        return _composer.PrepareAsync(new Material(question, question.Text, language, []) { Read = FollowUp.Read(question, language), Sentences = [] }, cancellationToken);
    }

    private async Task<AnsweredQuestion> AnswerAsync(
        Question question, Shelf shelf, ImmutableArray<FixedReply> replies, List<Consultation> asked, IProgress<AnswerStage>? progress, CancellationToken cancellationToken)
    {
        var refusals = new Refusals(shelf, question);
        if (question.Text.Length > _options.MostQuestionLength)
        {
            return new(refusals.TooLong(_options.MostQuestionLength), AnswerTrace.Of(question.Text));
        }

        if (FixedReplies.Answer(replies, question, shelf.ReaderLanguage(question)) is { } reply)
        {
            return reply;
        }

        var read = await ReadAsync(question, shelf, asked, cancellationToken).ConfigureAwait(false);
        var about = new AboutArticles(shelf, question, cancellationToken);
        if (about.Answer(read) is { } answer)
        {
            return new(answer, AnswerTrace.Of(read));
        }

        var findings = Find(question, read, shelf, about, cancellationToken);
        var trace = findings.Trace();
        if (findings.Sentences.IsEmpty)
        {
            return new(refusals.NothingFound(), trace);
        }

        var material = findings.Material(question, _options.Passages);
        progress?.Report(new AnswerStage.Searched(shelf.Articles.Length, material.Passages.Length));
        var composed = await ComposeAsync(material, cancellationToken).ConfigureAwait(false);
        asked.AddRange(composed.Consultation is { } consultation ? [consultation] : []);
        progress?.Report(new AnswerStage.Composed(composed.Composition.Text.AsSpan().Count('\n') + 1));
        var answered = Check(material, composed, trace, shelf);
        progress?.Report(new AnswerStage.Checked(answered.Answer.Citations.Length));
        return answered;
    }

    private Findings Find(Question question, ReadQuestion read, Shelf shelf, AboutArticles about, CancellationToken cancellationToken)
    {
        using var step = AnswerStep.Begin(AnswerStep.Search);
        var findings = new SentenceFinder(shelf, about, _learned, _options).Find(question, read, cancellationToken);
        step.Say("bot.sentences", findings.Sentences.Length);
        return findings;
    }

    private async Task<Composed> ComposeAsync(Material material, CancellationToken cancellationToken)
    {
        using var step = AnswerStep.Begin(AnswerStep.Compose);
        step.Say("bot.passages", material.Passages.Length);
        var composed = await _composer.ComposeAsync(material, cancellationToken).ConfigureAwait(false);
        step.Say("bot.degraded", composed.Degraded);
        return composed;
    }

    private AnsweredQuestion Check(Material material, Composed composed, AnswerTrace trace, Shelf shelf)
    {
        using var step = AnswerStep.Begin(AnswerStep.Check);
        var answered = new Verification(shelf, _quoting, _options).Verify(material, composed, trace);
        AnswerMetrics.Checked(answered.Trace.Verdicts, composed.Engine);
        step.Say("bot.repaired", answered.Answer.Making.Repaired);
        return answered;
    }

    // A model rewrites a follow-up better than words alone can; what it writes is only searched for.
    private async Task<ReadQuestion> ReadAsync(Question question, Shelf shelf, List<Consultation> asked, CancellationToken cancellationToken)
    {
        using var step = AnswerStep.Begin(AnswerStep.Understand);
        var language = shelf.LanguageOf(question);
        var read = FollowUp.Read(question, language);
        var needsHistory = read.Text != question.Text && read.Kind is not (QuestionKind.Smalltalk or QuestionKind.Pressure);
        var rewriting = needsHistory ? await _composer.StandaloneAsync(question, cancellationToken).ConfigureAwait(false) : Rewriting.None;
        asked.AddRange(rewriting.Consultation is { } consultation ? [consultation] : []);
        var understood = rewriting.Question is { } standalone ? QuestionReader.Read(standalone, language) : read;
        return Recency.Of(understood, question.Asked);
    }
}
