using System.Collections.Immutable;
using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;

namespace Bot.BotFramework.Channels;

/// <summary>Answers with the corrections they carry: a changed message has to say all of it again.</summary>
internal sealed class CorrectedAnswers(RecordedTurns turns, ChannelState state)
{
    /// <summary>The answer with its corrections, this one among them; <see langword="null"/> when the record no longer has it.</summary>
    public async Task<Corrected?> WithAsync(TurnId turn, string words, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken).ConfigureAwait(false) is not { Answer: { } answer })
        {
            return null;
        }

        var key = $"corrections/{turn}";
        ImmutableArray<string> known = await state.GetAsync(BotFrameworkChannel.ChannelName, key, cancellationToken).ConfigureAwait(false) is { } kept
            ? [.. JsonSerializer.Deserialize<string[]>(kept)!]
            : [];
        if (!known.Contains(words, StringComparer.Ordinal))
        {
            known = known.Add(words);
            await state.RememberAsync(BotFrameworkChannel.ChannelName, key, JsonSerializer.Serialize(known), cancellationToken).ConfigureAwait(false);
        }

        return new(answer, known);
    }

    /// <summary>An answer and its corrections, oldest first.</summary>
    internal sealed record Corrected(Answer Answer, ImmutableArray<string> Corrections);
}
