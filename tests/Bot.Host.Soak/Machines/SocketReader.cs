using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bot.Host.Soak.Machines;

/// <summary>
/// Asks by Direct Line and listens on a WebSocket, as Web Chat does: what it sends goes to any machine, and when its socket ends it comes back at
/// another one, for all after the last watermark.
/// </summary>
internal sealed class SocketReader(Surroundings around, string run, int conversation) : IReader
{
    private const string Root = "/v3/directline";

    // What is said at once to a question that was not taken is named after the question.
    private const char AtOnce = '/';

    private readonly Random _random = new(conversation);
    private readonly ConcurrentDictionary<string, AskedQuestion> _questions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heard = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _leaving = new();
    private AuthenticationHeaderValue? _token;
    private string _id = "";
    private string _watermark = "";
    private int _machine;
    private Task _listening = Task.CompletedTask;

    public string Way => "Direct Line, socket";

    public async Task ComeAsync()
    {
        _machine = conversation % around.Hosts.Count;
        var given = await PostAsync(_machine, "/tokens/generate", new { });
        _token = new("Bearer", given.GetProperty("token").GetString());
        var begun = await PostAsync(_machine, "/conversations", new { user = new { id = "me" }, locale = "en-US" });
        _id = begun.GetProperty("conversationId").GetString()!;
        _listening = ListenAsync(new(begun.GetProperty("streamUrl").GetString()!));
    }

    public async Task AskAsync(AskedQuestion question)
    {
        var client = $"{run[..8]}-{conversation}-{question.Number}-{question.Refusals}";
        _questions[$"{_id}|c-{client}"] = question;
        while (!around.Stop.IsCancellationRequested)
        {
            var machine = _random.Next(around.Hosts.Count);
            question.Elsewhere = machine != _machine;
            try
            {
                await PostAsync(machine, $"/conversations/{_id}/activities", new { type = "message", text = question.Text, from = new { id = "me" }, locale = "en-US", channelData = new { clientActivityID = client } });
                return;
            }
            catch (Exception error) when (Surroundings.IsBroken(error))
            {
                around.Break(Way, error);
                await Task.Delay(Surroundings.Again, around.Stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _leaving.Dispose();
    }

    private async Task ListenAsync(Uri stream)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token, around.Stop);
        Uri? next = stream;
        var gone = 0L;
        while (!stop.IsCancellationRequested)
        {
            var connected = false;
            try
            {
                using var socket = new ReaderSocket();
                await socket.ConnectAsync(next ?? await ReturnAsync(stop.Token), around.Sockets, stop.Token);
                connected = true;
                if (gone > 0)
                {
                    around.Ledger.Count("came back at another machine");
                    Away = Stopwatch.GetElapsedTime(gone) is var away && away > Away ? away : Away;
                }

                await foreach (var set in socket.ReadAsync(stop.Token))
                {
                    Take(set);
                }
            }
            catch (Exception error) when (Surroundings.IsBroken(error) || error is OperationCanceledException)
            {
                // Gone: it comes back below.
            }

            gone = connected || gone == 0 ? Stopwatch.GetTimestamp() : gone;
            next = null;
            await Task.Delay(Surroundings.Again, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The longest it was without a socket.</summary>
    public TimeSpan Away { get; private set; }

    private async Task<Uri> ReturnAsync(CancellationToken cancellationToken)
    {
        _machine = (_machine + 1) % around.Hosts.Count;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(around.Hosts.AddressOf(_machine), $"{Root}/conversations/{_id}?watermark={_watermark}")) { Headers = { Authorization = _token } };
        using var response = await around.Client.SendAsync(request, cancellationToken);
        var back = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return new(back.GetProperty("streamUrl").GetString()!);
    }

    private async Task<JsonElement> PostAsync(int machine, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(around.Hosts.AddressOf(machine), Root + path)) { Content = JsonContent.Create(body), Headers = { Authorization = _token } };
        using var response = await around.Client.SendAsync(request, around.Stop);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(around.Stop);
    }

    private void Take(JsonElement set)
    {
        _watermark = Words(set, "watermark") ?? _watermark;
        foreach (var activity in set.GetProperty("activities").EnumerateArray().Where(activity => Words(activity, "type") == "message"))
        {
            var (id, asked) = (Words(activity, "id")!, Words(activity, "replyToId"));
            if (!_heard.Add(id))
            {
                // A question that was not taken after all is said below once more, under its name: its reader sees it once.
                around.Ledger.Count(asked is null ? "heard a question of its own again" : "heard an answer again");
            }
            else if (asked is not null && _questions.TryGetValue(asked, out var question))
            {
                Take(id, question);
            }
        }
    }

    private void Take(string id, AskedQuestion question)
    {
        if (!id.Contains(AtOnce))
        {
            around.Ledger.Answer(question);
            return;
        }

        question.Refuse();
        if (question.Answers == 0)
        {
            _ = AskAsync(question);
        }
    }

    private static string? Words(JsonElement activity, string name) => activity.TryGetProperty(name, out var value) ? value.GetString() : null;
}
