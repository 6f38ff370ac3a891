using System.Collections.Concurrent;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rest;

namespace Bot.Discord.Channels;

/// <summary>Says in the place of an answer how far it is: never before there is a place, never when the answer is there at once, and never after it.</summary>
internal sealed class InteractionProgress(RestClient rest, OpenCallbacks callbacks)
{
    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    /// <summary>Says it.</summary>
    public async Task SayAsync(InteractionToken interaction, Message words, CancellationToken cancellationToken)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _underWay[interaction.Token] = said.Task;
        try
        {
            if (await callbacks.IsDeferredAsync(interaction.Token, cancellationToken).ConfigureAwait(false) && !cancellationToken.IsCancellationRequested)
            {
                // Not stopped by the answer's coming: what was sent must have arrived before the answer is.
                await rest.SendAsync(Routes.EditOriginal(interaction.ApplicationId, interaction.Token, words), CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            _underWay.TryRemove(new(interaction.Token, said.Task));
            said.SetResult();
        }
    }

    /// <summary>Waits until nothing of it is under way. Nothing begins any more by the time there is an answer.</summary>
    public Task EndedAsync(InteractionToken interaction, CancellationToken cancellationToken) =>
        _underWay.TryGetValue(interaction.Token, out var said) ? said.WaitAsync(cancellationToken) : Task.CompletedTask;
}
