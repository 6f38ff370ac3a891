using Bot.Answering.Questions;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Keeping;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Working;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Records;

/// <summary>Reads what answers were made of.</summary>
public sealed class RecordedInputs
{
    private readonly RecordStore _store;
    private readonly ConversationMemory _memory;
    private readonly SourceReader _sources;

    internal RecordedInputs(RecordStore store, ConversationMemory memory, SourceReader sources) => (_store, _memory, _sources) = (store, memory, sources);

    /// <summary>What an answer was made of; <see langword="null"/> when the record does not have it (any more).</summary>
    public async Task<RecordedInput?> FindAsync(TurnId turn, CancellationToken cancellationToken)
    {
        var row = await _store.ReadAsync(
            (context, token) => context.Turns.Include(found => found.Answer).FirstOrDefaultAsync(found => found.Id == turn.Value && found.Answer != null, token),
            cancellationToken).ConfigureAwait(false);
        if (row?.Answer is not { } answer)
        {
            return null;
        }

        // A turn is two of them: what was asked, and what was answered.
        var history = answer.Recalled is { } recalled
            ? await _memory.BeforeAsync(row, recalled / 2, cancellationToken).ConfigureAwait(false)
            : await _memory.BeforeAsync(row, cancellationToken).ConfigureAwait(false);
        using var trace = RecordJson.ToTrace(answer.Trace);
        return new()
        {
            Question = new Question(row.Text)
            {
                Article = row.Article,
                Scope = row.Scope is { } scope ? RecordJson.ToScope(scope) : null,
                Locale = row.Locale,
                Asked = row.Asked,
                History = history,
            },
            Answer = await _store.ReadAsync((context, token) => RecordedTurns.AnswerAsync(context, answer, token), cancellationToken).ConfigureAwait(false),
            Made = answer.Made,
            Trace = trace.RootElement.GetRawText(),
            Sources = await _sources.FindAsync(answer, cancellationToken).ConfigureAwait(false),
            Missing = Math.Max(0, (answer.Recalled ?? 0) - history.Length),
        };
    }
}
