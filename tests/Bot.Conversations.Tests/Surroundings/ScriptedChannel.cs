using System.Collections.Concurrent;
using Bot.Answering.Tracing;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Conformance;

namespace Bot.Conversations.Tests.Surroundings;

/// <summary>A channel whose far side is a list. What it recognises, loses or refuses is scripted.</summary>
internal sealed class ScriptedChannel(bool recognises) : IChannel, IChannelRig
{
    private readonly ConcurrentDictionary<string, string> _shownKeys = new();
    private readonly ConcurrentQueue<Func<Receipt?>> _receipts = new();

    public string Name => "scripted";

    public IChannel Channel => this;

    public bool RecognisesRepeats { get; set; } = recognises;

    public ConcurrentQueue<Shown> Shown { get; } = new();

    public ConcurrentQueue<(string? MessageId, string Words)> Edits { get; } = new();

    public ConcurrentQueue<Place> Deleted { get; } = new();

    public ConcurrentQueue<AnswerStage> Stages { get; } = new();

    public ConcurrentQueue<Delivery> Tries { get; } = new();

    public bool RefuseNextEdit { get; set; }

    public Func<Delivery, CancellationToken, Task>? BeforeShowing { get; set; }

    IReadOnlyList<Shown> IChannelRig.Shown => [.. Shown];

    public IncomingQuestion Question(string conversation, string eventId, string text) => new()
    {
        Channel = Name,
        EventId = eventId,
        Conversation = conversation,
        Asker = "asker of " + conversation,
        Text = text,
        Place = new("address of " + conversation, Private: false),
    };

    /// <summary>The next delivery is shown, and no word comes back.</summary>
    public void LoseNextReceipt() => _receipts.Enqueue(() => throw new IOException("lost"));

    /// <summary>The next delivery is refused.</summary>
    public void RefuseNext(TimeSpan? retryAfter) => _receipts.Enqueue(() => new Receipt.NotShown("as scripted", retryAfter));

    public bool RecognisesRepeat(Delivery delivery) => RecognisesRepeats;

    public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken)
    {
        Stages.Enqueue(stage);
        return Task.CompletedTask;
    }

    public async Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        Tries.Enqueue(delivery);
        await (BeforeShowing?.Invoke(delivery, cancellationToken) ?? Task.CompletedTask);
        if (_receipts.TryPeek(out var script) && Try(script) is Receipt.NotShown refused)
        {
            _receipts.TryDequeue(out _);
            return refused;
        }

        if (_shownKeys.TryAdd(RecognisesRepeats ? delivery.Key : Guid.NewGuid().ToString(), delivery.Key))
        {
            Shown.Enqueue(new(delivery.EventId, delivery.Place.Address, delivery.Place.Private, delivery.Said));
        }

        return _receipts.TryDequeue(out script) ? script()! : new Receipt.Shown("m-" + delivery.EventId);
    }

    public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken)
    {
        Tries.Enqueue(delivery);
        if (RefuseNextEdit)
        {
            return Task.FromResult<Receipt>(new Receipt.NotShown("too old", null));
        }

        if (_shownKeys.TryAdd(RecognisesRepeats ? delivery.Key : Guid.NewGuid().ToString(), delivery.Key))
        {
            Edits.Enqueue((messageId, ((Said.Correction)delivery.Said).Words));
        }

        return Task.FromResult(_receipts.TryDequeue(out var script) ? script()! : new Receipt.Shown(messageId));
    }

    public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken)
    {
        Deleted.Enqueue(place);
        return Task.CompletedTask;
    }

    private static Receipt? Try(Func<Receipt?> script)
    {
        try
        {
            return script();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
