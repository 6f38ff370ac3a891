using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Bot.EndToEnd.Tests;

/// <summary>A conversation of the stand-in: its activities, and whoever listens to them.</summary>
internal sealed class StandInConversation
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _said = [];
    private readonly List<Channel<JsonObject>> _listeners = [];

    public string Add(JsonObject activity)
    {
        lock (_gate)
        {
            var id = _said.Count.ToString(CultureInfo.InvariantCulture);
            var data = activity["channelData"] as JsonObject ?? [];
            data["webchat:sequence-id"] = _said.Count + 1;
            activity["channelData"] = data.Parent is null ? data : data.DeepClone();
            activity["id"] ??= id;
            activity["timestamp"] = $"2026-11-26T10:00:{_said.Count % 60:00}.000Z";
            _said.Add(activity);
            _listeners.ForEach(listener => listener.Writer.TryWrite(activity));
            return id;
        }
    }

    public ChannelReader<JsonObject> Listen()
    {
        lock (_gate)
        {
            var listener = Channel.CreateUnbounded<JsonObject>();
            _said.ForEach(activity => listener.Writer.TryWrite(activity));
            _listeners.Add(listener);
            return listener.Reader;
        }
    }

    /// <summary>Ends all sockets, as a server that stops does.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _listeners.ForEach(listener => listener.Writer.TryComplete());
            _listeners.Clear();
        }
    }
}
