using Bot.Answering.Tracing;
using Bot.Conversations.Channels;

namespace Bot.Host.Asking;

/// <summary>The HTTP API as a channel. Its readers come for the answer themselves: once it lies in the record, it is delivered.</summary>
internal sealed class WebChannel : IChannel
{
    public const string ChannelName = "web";

    public string Name => ChannelName;

    public bool RecognisesRepeat(Delivery delivery) => true;

    // Those who watch hear of stages from the reception.
    public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult<Receipt>(new Receipt.Shown(delivery.Turn.ToString()));

    // The answer is read with what the record says was told of it.
    public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) =>
        Task.FromResult<Receipt>(new Receipt.Shown(messageId));

    public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => Task.CompletedTask;
}
