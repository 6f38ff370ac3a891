using Bot.Answering.Questions;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Working;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Records;

/// <summary>Reads what answers were made of.</summary>
public sealed class RecordedInputs
{
    private readonly RecordStore _store;
    private readonly ConversationMemory _memory;

    internal RecordedInputs(RecordStore store, ConversationMemory memory) => (_store, _memory) = (store, memory);

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

        using var trace = RecordJson.ToTrace(answer.Trace);
        return new()
        {
            Question = new Question(row.Text)
            {
                Article = row.Article,
                Scope = row.Scope is { } scope ? RecordJson.ToScope(scope) : null,
                Locale = row.Locale,
                Asked = row.Asked,
                History = await _memory.BeforeAsync(row, cancellationToken).ConfigureAwait(false),
            },
            Answer = await _store.ReadAsync((context, token) => RecordedTurns.AnswerAsync(context, answer, token), cancellationToken).ConfigureAwait(false),
            Made = answer.Made,
            Trace = trace.RootElement.GetRawText(),
        };
    }
}
