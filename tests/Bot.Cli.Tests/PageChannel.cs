using Bot.Answering.Tracing;
using Bot.Conversations.Channels;

namespace Bot.Cli.Tests;

/// <summary>A channel that shows every answer at once.</summary>
internal sealed class PageChannel : IChannel
{
    public string Name => "page";

    public bool RecognisesRepeat(Delivery delivery) => true;

    public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult<Receipt>(new Receipt.Shown("message-1"));

    public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) => Task.FromResult<Receipt>(new Receipt.Shown(messageId));

    public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => Task.CompletedTask;
}
