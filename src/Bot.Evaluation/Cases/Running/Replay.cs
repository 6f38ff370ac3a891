using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Questions;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Answers a question again as it was answered: what a model said then is said again in its place.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="knowledge">The articles.</param>
/// <param name="moment">When it was answered: what was not public then is not asked.</param>
public sealed class Replay(IConfiguration settings, KnowledgeBase knowledge, DateTimeOffset moment)
{
    /// <summary>Answers.</summary>
    /// <param name="question">The question, with its history.</param>
    /// <param name="engine">The model that was asked; <see langword="null"/> when none was.</param>
    /// <param name="replies">What it said; none when it failed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AnsweredQuestion> RunAsync(Question question, string? engine, ImmutableArray<ScriptedReply> replies, CancellationToken cancellationToken)
    {
        // A model that failed fails again: the script has no reply that fits.
        ImmutableArray<ScriptedReply> said = engine is null ? [] : replies.IsEmpty ? [new ScriptedReply("") { Prompt = "none" }] : replies;
        var variant = new Variant("replay")
        {
            Script = engine is null ? null : new ModelScript(engine, said),
            Settings = ImmutableDictionary<string, string?>.Empty.Add("Model:Endpoint", null).Add("Model:Name", null),
        };
        var bench = new Bench(variant, settings, knowledge, new RunChoices { Cache = "" }, new StoppedTime(moment));
        await using (bench.ConfigureAwait(false))
        {
            var running = bench.Running.Start(1, said);
            return await bench.AnswererFor(said).AnswerAsync(question with { Conversation = running.Id }, progress: null, cancellationToken).ConfigureAwait(false);
        }
    }

    // The clock only: limits of time are not what is replayed.
    private sealed class StoppedTime(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
