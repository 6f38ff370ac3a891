using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Prompts;
using Bot.Answering.Questions;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Answers a question again as it was answered: what a model said then is said again in its place.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="knowledge">The articles.</param>
/// <param name="moment">When it was answered: what was not public then is not asked.</param>
public sealed class Replay(IConfiguration settings, KnowledgeBase knowledge, DateTimeOffset moment)
{
    private const string LongWait = "01:00:00";

    // No limit of today's cuts what a model said then.
    private static readonly ImmutableDictionary<string, string?> Unhurried = ImmutableDictionary.CreateRange(
    [
        new KeyValuePair<string, string?>("Model:Endpoint", null),
        new("Model:Name", null),
        new("Model:MaxOutputTokens", "100000"),
        new("Model:AttemptTimeout", LongWait),
        new("Model:FirstTokenTimeout", LongWait),
        new("Model:StallTimeout", LongWait),
        new("Model:TotalTimeout", LongWait),
        new("Model:RewriteTimeout", LongWait),
    ]);

    /// <summary>The fixed replies; <see langword="null"/> means those beside the articles that the settings name.</summary>
    public ReplyBook? Replies { get; init; }

    /// <summary>The prompts; <see langword="null"/> means those on disk. One that is not among them was not to be used.</summary>
    public ImmutableArray<PromptText>? Prompts { get; init; }

    /// <summary>Settings that win over those in force, by their whole names.</summary>
    public ImmutableSortedDictionary<string, string?> Settings { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

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
            Settings = Unhurried.SetItems(Settings),
            Drafts = Prompts is { } prompts ? [.. PromptDesk.Names.Select(name => DraftOf(name, prompts))] : [],
        };
        var bench = new Bench(variant, settings, knowledge, new RunChoices { Cache = "" }, new StoppedTime(moment)) { Replies = Replies };
        await using (bench.ConfigureAwait(false))
        {
            var running = bench.Running.Start(1, said);
            return await bench.AnswererFor(said).AnswerAsync(question with { Conversation = running.Id }, progress: null, cancellationToken).ConfigureAwait(false);
        }
    }

    // A prompt without a word is broken: what was not used then is not used now.
    private static PromptDraft DraftOf(string name, ImmutableArray<PromptText> prompts) => prompts.FirstOrDefault(prompt => prompt.Name == name) is { } text
        ? new(name, text.Template) { Config = text.Config }
        : new(name, "") { Config = "" };

    // The clock only: limits of time are not what is replayed.
    private sealed class StoppedTime(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
