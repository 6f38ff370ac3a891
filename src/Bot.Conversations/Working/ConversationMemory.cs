using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answering.Questions;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Working;

/// <summary>What was said before in a conversation, from the record.</summary>
internal sealed partial class ConversationMemory(RecordStore store, IOptions<TurnOptions> options)
{
    /// <summary>The turns that came with the question, else the last ones that were answered before it and not forgotten since; oldest first.</summary>
    public Task<ImmutableArray<Turn>> BeforeAsync(TurnRow turn, CancellationToken cancellationToken) => BeforeAsync(turn, options.Value.Memory, cancellationToken);

    /// <summary>The same, with so many turns of the record's at most.</summary>
    public async Task<ImmutableArray<Turn>> BeforeAsync(TurnRow turn, int most, CancellationToken cancellationToken)
    {
        if (turn.History is { } given)
        {
            return RecordJson.ToHistory(given);
        }

        var last = await store.ReadAsync(
            (context, token) => context.Turns
                .Where(row => row.Conversation == turn.Conversation && row.Seq < turn.Seq && row.Answer != null && row.State != TurnState.Cancelled)
                .Where(row => !context.Forgotten.Any(forgotten => forgotten.Conversation == row.Conversation && forgotten.Through >= row.Seq))
                .OrderByDescending(row => row.Seq)
                .Take(most)
                .Select(row => new { row.Text, Answer = row.Answer!.Text })
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        last.Reverse();
        return [.. last.SelectMany(said => new[] { new Turn(TurnRole.Reader, said.Text), new Turn(TurnRole.Bot, Markers().Replace(said.Answer, "")) })];
    }

    [GeneratedRegex(@" ?\[[0-9]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Markers();
}
