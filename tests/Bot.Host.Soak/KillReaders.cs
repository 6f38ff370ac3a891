using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bot.Host.Soak;

/// <summary>Readers who ask by HTTP in every way there is, and ask again with the same key whenever a connection breaks.</summary>
internal sealed class KillReaders(KilledHosts hosts, Promises promises, int seed) : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentDictionary<string, int> _ways = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(0);
    private readonly string _run = $"{Guid.NewGuid():N}";

    /// <summary>How often answers came in which way, and how often a way broke.</summary>
    public string Ways => string.Join(", ", _ways.OrderBy(way => way.Key, StringComparer.Ordinal).Select(way => $"{way.Key} {way.Value}"));

    /// <summary>Lets so many more questions be asked: they are spread over all the kills.</summary>
    public void Admit(int questions) => _turn.Release(questions);

    /// <summary>Asks a conversation's questions: each as soon as the one before is acknowledged, whether or not it is answered.</summary>
    public async Task AskAllAsync(int conversation, int questions)
    {
        var random = new Random((seed * 1_000) + conversation);
        var answers = new List<Task>();
        for (var number = 0; number < questions; number++)
        {
            await _turn.WaitAsync();
            var acknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var question = new Asking(conversation, $"{_run}-case-{(conversation * 1_000) + number}", acknowledged, new Random(random.Next()));
            answers.Add(AskAsync(question));
            await Task.WhenAny(acknowledged.Task, answers[^1]);
            await Task.Delay(random.Next(200));
        }

        await Task.WhenAll(answers);
    }

    /// <summary>Reads every answer again, from every host, by its id and by its key.</summary>
    public async Task ReadAgainAsync()
    {
        foreach (var (conversation, keys) in promises.Order)
        {
            foreach (var key in keys)
            {
                for (var host = 0; host < hosts.Count; host++)
                {
                    var question = new Asking(conversation, key, new(), new Random(host)) { Host = host };
                    await GetAsync(question);
                    await PostAsync(question, events: false);
                    await PostAsync(question, events: true);
                }
            }
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _turn.Dispose();
    }

    private async Task AskAsync(Asking question)
    {
        while (true)
        {
            var known = promises.IdOf(question.Key) is not null;
            var way = known && question.Random.Next(2) == 0 ? "by id" : question.Random.Next(2) == 0 ? "events" : "json";
            try
            {
                if (await (way == "by id" ? GetAsync(question) : PostAsync(question, way == "events")))
                {
                    Count(way);
                    return;
                }

                Count($"{way}, later");
            }
            catch (Exception error) when (error is HttpRequestException or IOException or JsonException)
            {
                Count($"{way}, refused or broken off");
            }

            await Task.Delay(Again);
        }
    }

    /// <returns>Whether the answer came.</returns>
    private async Task<bool> GetAsync(Asking question)
    {
        var id = promises.IdOf(question.Key)!;
        using var response = await _client.GetAsync(new Uri(AddressFor(question), $"/api/answers/{id}"));
        return await TakeAsync(question, response);
    }

    private async Task<bool> PostAsync(Asking question, bool events)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(AddressFor(question), "/api/ask"))
        {
            Content = JsonContent.Create(new
            {
                question = $"How many kilometres does Line 1 of the tram run, {Promises.CaseOf(question.Key)}?",
                conversation = $"{_run}-conversation-{question.Conversation}",
            }),
            Headers = { { "Idempotency-Key", question.Key } },
        };
        if (events)
        {
            request.Headers.Add("Accept", "text/event-stream");
        }

        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return events && response.StatusCode == HttpStatusCode.OK ? await ListenAsync(question, response) : await TakeAsync(question, response);
    }

    private async Task<bool> TakeAsync(Asking question, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                Acknowledge(question, body);
                promises.Show(question.Key, body);
                return true;
            case HttpStatusCode.Accepted:
                Acknowledge(question, body);
                return false;
            case HttpStatusCode.ServiceUnavailable:
                return false;
            default:
                promises.Break($"{question.Key}: {(int)response.StatusCode} {body}");
                return true;
        }
    }

    private async Task<bool> ListenAsync(Asking question, HttpResponseMessage response)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var name = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            name = line.StartsWith("event: ", StringComparison.Ordinal) ? line["event: ".Length..] : name;
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
            {
                continue;
            }

            var data = line["data: ".Length..];
            if (name == "acknowledged")
            {
                Acknowledge(question, data);
            }
            else if (name == "answer")
            {
                promises.Show(question.Key, data);
                return true;
            }
            else if (name == "error" && JsonDocument.Parse(data).RootElement.GetProperty("status").GetInt32() is not 202 and var status)
            {
                promises.Break($"{question.Key}: the stream ended with {status}: {data}");
                return true;
            }
        }

        return false;
    }

    private void Acknowledge(Asking question, string body)
    {
        using var json = JsonDocument.Parse(body);
        promises.Acknowledge(question.Conversation, question.Key, json.RootElement.GetProperty("id").GetString()!);
        question.Acknowledged.TrySetResult();
    }

    private Uri AddressFor(Asking question) => hosts.AddressOf(question.Host ?? question.Random.Next(hosts.Count));

    private void Count(string way) => _ways.AddOrUpdate(way, 1, (_, count) => count + 1);

    private sealed record Asking(int Conversation, string Key, TaskCompletionSource Acknowledged, Random Random)
    {
        public int? Host { get; init; }
    }
}
