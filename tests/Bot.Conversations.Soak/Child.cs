using System.Net.Sockets;
using System.Text.Json;
using Bot.Answering.Tracing;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Conversations.Soak;

/// <summary>The process that is killed: a Bot whose channel is a socket, one JSON line a message.</summary>
internal sealed class Child(NetworkStream stream, bool recognises) : IChannel
{
    private readonly StreamReader _reader = new(stream);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, TaskCompletionSource> _receipts = new();

    public string Name => "socket";

    public static async Task<int> RunAsync(Arguments arguments)
    {
        using var client = new TcpClient("127.0.0.1", arguments.Number("port", 0));
        var channel = new Child(client.GetStream(), arguments.Flag("recognises", true));
        var random = new Random();
        using var host = SoakBot.Build(arguments.Text("record")!, arguments.Text("postgres"), channel, new SoakBot.Model(() => random.Next(5, 60)));
        await host.StartAsync();
        await channel.ListenAsync(host.Services.GetRequiredService<Reception>());
        return 0;
    }

    public bool RecognisesRepeat(Delivery delivery) => recognises;

    public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) => DeliverAsync(delivery, cancellationToken);

    public async Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var receipt = _receipts.GetOrAdd(delivery.Key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await SendAsync(new("answer", delivery.EventId, delivery.Key));
        await receipt.Task.WaitAsync(cancellationToken);
        return new Receipt.Shown(delivery.Key);
    }

    private async Task ListenAsync(Reception reception)
    {
        await SendAsync(new("ready", "", ""));
        while (await _reader.ReadLineAsync() is { } line)
        {
            var message = JsonSerializer.Deserialize<Message>(line)!;
            if (message.Kind == "receipt")
            {
                _receipts[message.Key].TrySetResult();
            }
            else
            {
                _ = AskAsync(reception, message);
            }
        }
    }

    private async Task AskAsync(Reception reception, Message message)
    {
        var admission = await reception.AskAsync(
            new() { Channel = Name, EventId = message.EventId, Conversation = message.Key, Asker = message.Key, Text = message.EventId, Place = new("here", false) },
            CancellationToken.None);
        await SendAsync(new(admission is Admission.Accepted or Admission.Repeated ? "ack" : "again", message.EventId, message.Key));
    }

    private async Task SendAsync(Message message)
    {
        await _writing.WaitAsync();
        try
        {
            await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message));
            await stream.WriteAsync("\n"u8.ToArray());
        }
        finally
        {
            _writing.Release();
        }
    }
}

/// <summary>A line between the far side and the process that is killed.</summary>
/// <param name="Kind"><c>ready</c>, <c>ask</c>, <c>ack</c>, <c>again</c>, <c>answer</c> or <c>receipt</c>.</param>
/// <param name="EventId">The question's event.</param>
/// <param name="Key">The conversation of a question, the delivery's key of an answer.</param>
internal sealed record Message(string Kind, string EventId, string Key);
