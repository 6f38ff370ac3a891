using System.Collections.Immutable;
using Bot.Answering.Prompts;
using Bot.Answering.Tracing;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Records.Keeping;

/// <summary>Puts together again what an answer was made of.</summary>
internal sealed class SourceReader(RecordStore store)
{
    private const int Bite = 500;

    /// <summary>What it was made of; <see langword="null"/> when it is not kept whole.</summary>
    public async Task<RecordedSources?> FindAsync(AnswerRow answer, CancellationToken cancellationToken)
    {
        if (answer.Sources is not { } key || await DocumentsAsync([key], cancellationToken).ConfigureAwait(false) is not { Count: 1 } found)
        {
            return null;
        }

        var whole = KeptDocument.Read<KeptSources>(found[key]);
        var parts = await DocumentsAsync([.. whole.Prompts, whole.Replies, .. whole.Shelves], cancellationToken).ConfigureAwait(false);
        var replies = KeptDocument.Read<ImmutableArray<KeptReply>>(parts[whole.Replies]);
        ImmutableArray<string> shelved = [.. whole.Shelves.SelectMany(shelf => KeptDocument.Read<ImmutableArray<string>>(parts[shelf]))];
        var articles = await ArticlesAsync([.. shelved, .. replies.SelectMany(reply => reply.Texts.Values)], cancellationToken).ConfigureAwait(false);
        return new()
        {
            Articles = [.. shelved.Select(hash => articles[hash])],
            Replies = [.. replies.Select(reply => FixedReply.Of(reply.Name, reply.Phrases, reply.Texts.ToDictionary(text => text.Key, text => articles[text.Value])))],
            Prompts = [.. whole.Prompts.Select(prompt => KeptDocument.Read<PromptText>(parts[prompt]))],
            Settings = whole.Settings,
            Moment = answer.Moment ?? answer.Made,
            IsOfThisProgram = whole.Program == AnswerSources.ThisProgram,
        };
    }

    private async Task<Dictionary<string, byte[]>> DocumentsAsync(ImmutableArray<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var bite in keys.Distinct().Chunk(Bite))
        {
            var rows = await store.ReadAsync((context, token) => context.Kept.Where(row => bite.Contains(row.Key)).ToListAsync(token), cancellationToken).ConfigureAwait(false);
            rows.ForEach(row => found[row.Key] = row.Document);
        }

        return found;
    }

    private async Task<Dictionary<string, Article>> ArticlesAsync(ImmutableArray<string> hashes, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var bite in hashes.Distinct().Chunk(Bite))
        {
            var rows = await store.ReadAsync((context, token) => context.Versions.Where(row => bite.Contains(row.Hash)).ToListAsync(token), cancellationToken).ConfigureAwait(false);
            rows.ForEach(row => found[row.Hash] = RecordJson.ToArticle(row.Document));
        }

        return found;
    }
}
