using System.Collections.Concurrent;
using Bot.Answering.Tracing;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Channels;
using Bot.Discord.Rest;
using Bot.Discord.Tests.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Channels;

/// <summary>What every channel must bear, where an interaction asked.</summary>
public sealed class InteractionConformanceTests : DiscordConformanceTests
{
    internal override DiscordPlace PlaceOf(string eventId) =>
        new() { ChannelId = "7", Interaction = new("1", eventId, DateTimeOffset.MaxValue) };
}

/// <summary>What every channel must bear, where a direct message asked.</summary>
public sealed class DirectMessageConformanceTests : DiscordConformanceTests
{
    internal override DiscordPlace PlaceOf(string eventId) => new() { ChannelId = "7", IsDirect = true };
}

/// <summary>What every channel must bear, with Discord's REST API over HTTP.</summary>
public abstract class DiscordConformanceTests : ChannelConformanceTests, IAsyncLifetime
{
    private ScriptedDiscord _discord = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await ScriptedDiscord.StartAsync(TimeProvider.System);
        _discord.PerChannel = 1_000;
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_discord.Faults);
        await _discord.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal abstract DiscordPlace PlaceOf(string eventId);

    protected override IChannelRig NewChannel() => new Rig(_discord, PlaceOf);

    protected override Task<IRecordRig> NewRecordAsync() => Task.FromResult<IRecordRig>(new SqliteRig());

    private sealed class Rig : IChannelRig, IChannel
    {
        private readonly ScriptedDiscord _discord;
        private readonly Func<string, DiscordPlace> _placeOf;
        private readonly DiscordChannel _channel;
        private readonly ConcurrentDictionary<string, Delivery> _deliveries = new();
        private readonly ConcurrentQueue<Shown> _shown = new();

        public Rig(ScriptedDiscord discord, Func<string, DiscordPlace> placeOf)
        {
            (_discord, _placeOf) = (discord, placeOf);
            var services = new ServiceCollection();
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton(Options.Create<DiscordOptions>(new() { ApiUrl = discord.ApiUrl, Token = ScriptedDiscord.Token }));
            services.AddSingleton(Tests.Some.Links);
            services.AddLogging();
            services.AddRest();
            _channel = new(services.BuildServiceProvider().GetRequiredService<RestClient>(), new(TimeProvider.System), new(state: null), Tests.Some.Links, TimeProvider.System);
            discord.OnShown = name =>
            {
                // An interaction's token, or a message's nonce.
                var delivery = _deliveries[name];
                _shown.Enqueue(new(delivery.EventId, delivery.Place.Address, delivery.Place.Private, delivery.Said));
            };
        }

        public IChannel Channel => this;

        public string Name => _channel.Name;

        public bool RecognisesRepeats => true;

        IReadOnlyList<Shown> IChannelRig.Shown => [.. _shown];

        public IncomingQuestion Question(string conversation, string eventId, string text) => new()
        {
            Channel = Name,
            EventId = eventId,
            Conversation = conversation,
            Asker = "asker of " + conversation,
            Text = text,
            Place = new(_placeOf(eventId).Write(), Private: false),
        };

        public void LoseNextReceipt() => _discord.LoseNextReceipt();

        public bool RecognisesRepeat(Delivery delivery) => _channel.RecognisesRepeat(delivery);

        // Shown by no answer's name.
        public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
        {
            _deliveries[delivery.EventId] = delivery;
            _deliveries[delivery.Key] = delivery;
            return _channel.DeliverAsync(delivery, cancellationToken);
        }

        public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) => _channel.EditAsync(delivery, messageId, cancellationToken);

        public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => _channel.DeleteAsync(place, messageId, cancellationToken);
    }
}
