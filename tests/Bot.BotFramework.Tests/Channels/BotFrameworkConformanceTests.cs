using System.Collections.Concurrent;
using Bot.Answering.Tracing;
using Bot.BotFramework.Channels;
using Bot.BotFramework.Connecting;
using Bot.BotFramework.Identity;
using Bot.BotFramework.Tests.Connecting;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.BotFramework.Tests.Channels;

/// <summary>What every channel must bear, with a connector over HTTP.</summary>
public sealed class BotFrameworkConformanceTests : ChannelConformanceTests, IAsyncLifetime
{
    private ScriptedConnector _connector = null!;

    public async ValueTask InitializeAsync() => _connector = await ScriptedConnector.StartAsync();

    public ValueTask DisposeAsync() => _connector.DisposeAsync();

    protected override IChannelRig NewChannel() => new Rig(_connector);

    protected override Task<IRecordRig> NewRecordAsync() => Task.FromResult<IRecordRig>(new SqliteRig());

    private sealed class Rig : IChannelRig, IChannel, IDisposable
    {
        private readonly ScriptedConnector _connector;
        private readonly BotFrameworkChannel _channel;
        private readonly ConcurrentDictionary<string, Delivery> _deliveries = new();
        private readonly ConcurrentQueue<Shown> _shown = new();

        public Rig(ScriptedConnector connector)
        {
            _connector = connector;
            var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
            var options = Options.Create<BotFrameworkOptions>(new() { AllowAnonymousLoopback = true });
            var app = Options.Create<MicrosoftAppOptions>(new());
            var tokens = new BotTokens(clients, app, options, new ConfigurationBuilder().Build(), TimeProvider.System);
            var client = new ConnectorClient(clients, tokens, new(options), app, options, TimeProvider.System, NullLogger<ConnectorClient>.Instance);
            _channel = new(client, Tests.Some.Links, corrected: null, TimeProvider.System);
            connector.OnShown = arrived =>
            {
                var delivery = _deliveries[arrived.Activity!.ReplyToId!];
                _shown.Enqueue(new(delivery.EventId, delivery.Place.Address, delivery.Place.Private, delivery.Said));
            };
        }

        public IChannel Channel => this;

        public string Name => _channel.Name;

        public bool RecognisesRepeats => false;

        IReadOnlyList<Shown> IChannelRig.Shown => [.. _shown];

        public IncomingQuestion Question(string conversation, string eventId, string text) => new()
        {
            Channel = Name,
            EventId = eventId,
            Conversation = conversation,
            Asker = "asker of " + conversation,
            Text = text,
            Place = new(
                new ConversationReference { ServiceUrl = _connector.ServiceUrl, ChannelId = "msteams", Conversation = new() { Id = conversation, ConversationType = "personal" }, ActivityId = eventId }.Write(),
                Private: false),
        };

        public void Dispose() => _channel.Dispose();

        public void LoseNextReceipt() => _connector.Drop();

        public bool RecognisesRepeat(Delivery delivery) => _channel.RecognisesRepeat(delivery);

        public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken) => _channel.ProgressAsync(place, stage, cancellationToken);

        public Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
        {
            _deliveries[delivery.EventId] = delivery;
            return _channel.DeliverAsync(delivery, cancellationToken);
        }

        public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) => _channel.EditAsync(delivery, messageId, cancellationToken);

        public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => _channel.DeleteAsync(place, messageId, cancellationToken);
    }
}
