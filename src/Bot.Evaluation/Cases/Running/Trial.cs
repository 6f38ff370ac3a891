using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Questions;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Asks one question as a variant says, for an editor who tries things: nothing is recorded and nothing kept.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="knowledge">The articles.</param>
/// <param name="time">Times the answer.</param>
public sealed class Trial(IConfiguration settings, KnowledgeBase knowledge, TimeProvider time)
{
    /// <summary>Asks.</summary>
    /// <param name="question">The question.</param>
    /// <param name="variant">The prompts, the model and the settings.</param>
    /// <param name="said">What a scripted model says; <see langword="null"/> to ask the model that is set, or to quote when none is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnknownArticleException">The question names an article that is not there.</exception>
    public async Task<AnsweredQuestion> AskAsync(Question question, Variant variant, string? said, CancellationToken cancellationToken)
    {
        ImmutableArray<ScriptedReply> replies = said is null ? [] : [new(said)];
        var bench = new Bench(variant, settings, knowledge, new RunChoices { Cache = "" }, time);
        await using (bench.ConfigureAwait(false))
        {
            var running = bench.Running.Start(1, replies);
            return await bench.AnswererFor(replies).AnswerAsync(question with { Conversation = running.Id }, progress: null, cancellationToken).ConfigureAwait(false);
        }
    }
}
