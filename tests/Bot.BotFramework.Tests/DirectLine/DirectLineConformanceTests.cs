using System.Collections.Concurrent;
using Bot.Answering.Tracing;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.DirectLine;
using Bot.Conversations;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;
using Bot.Conversations.Transcripts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.BotFramework.Tests.DirectLine;

/// <summary>What every channel must bear: the far side is the transcript that readers follow.</summary>
public sealed class DirectLineConformanceTests : ChannelConformanceTests, IAsyncLifetime
{
    private SqliteRig _record = null!;

    public ValueTask InitializeAsync()
    {
        _record = new();
        return ValueTask.CompletedTask;
    }

    // The test that was given the record has put it away.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override IChannelRig NewChannel() => new Rig(_record);

    protected override Task<IRecordRig> NewRecordAsync() => Task.FromResult<IRecordRig>(_record);

    private sealed class Rig : IChannelRig, IChannel
    {
        private const string User = "dl_reader";

        private readonly RecordedTranscripts _transcripts;
        private readonly DirectLineChannel _channel;
        private readonly ConcurrentDictionary<string, Delivery> _deliveries = new();
        private readonly ConcurrentDictionary<string, bool> _conversations = new();
        private int _losses;

        public Rig(SqliteRig record)
        {
            var services = new ServiceCollection().AddLogging().AddConversations();
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(record.Settings).Build());
            _transcripts = services.BuildServiceProvider().GetRequiredService<RecordedTranscripts>();
            _channel = new(new(_transcripts, TimeProvider.System), Tests.Some.Links, TimeProvider.System);
        }

        public IChannel Channel => this;

        public string Name => _channel.Name;

        public bool RecognisesRepeats => true;

        IReadOnlyList<Shown> IChannelRig.Shown => Task.Run(ShownAsync).GetAwaiter().GetResult();

        public IncomingQuestion Question(string conversation, string eventId, string text)
        {
            _conversations[conversation] = true;
            return new()
            {
                Channel = Name,
                EventId = eventId,
                Conversation = conversation,
                Asker = "asker of " + conversation,
                Text = text,
                Place = new(
                    new ConversationReference
                    {
                        ServiceUrl = "http://127.0.0.1/",
                        ChannelId = DirectLineActivities.ChannelId,
                        Conversation = new() { Id = conversation },
                        User = new() { Id = User },
                        ActivityId = eventId,
                        IsOurs = true,
                    }.Write(),
                    Private: false),
            };
        }

        public void LoseNextReceipt() => Interlocked.Increment(ref _losses);

        public bool RecognisesRepeat(Delivery delivery) => _channel.RecognisesRepeat(delivery);

        public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken) => _channel.ProgressAsync(place, stage, cancellationToken);

        public async Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
        {
            _deliveries[delivery.Key] = delivery;
            var receipt = await _channel.DeliverAsync(delivery, cancellationToken);
            return Interlocked.CompareExchange(ref _losses, 0, 1) == 1 ? throw new InvalidOperationException("lost, as scripted") : receipt;
        }

        public async Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken)
        {
            _deliveries[delivery.Key] = delivery;
            return await _channel.EditAsync(delivery, messageId, cancellationToken);
        }

        public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => _channel.DeleteAsync(place, messageId, cancellationToken);

        private async Task<IReadOnlyList<Shown>> ShownAsync()
        {
            var entries = new List<TranscriptEntry>();
            foreach (var conversation in _conversations.Keys)
            {
                entries.AddRange(await _transcripts.ReadAsync(Name, $"{DirectLineActivities.ChannelId}\n{conversation}", 0, 100, CancellationToken.None));
            }

            return [.. entries.OrderBy(entry => entry.Watermark).Select(entry => _deliveries[entry.Said.Key]).Select(delivery => new Shown(delivery.EventId, delivery.Place.Address, delivery.Place.Private, delivery.Said))];
        }
    }
}
