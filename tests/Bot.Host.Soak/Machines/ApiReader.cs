using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bot.Host.Soak.Machines;

/// <summary>Asks by <c>/api/ask</c>, for JSON or events, each time at another machine, and asks again with the same key when a connection breaks.</summary>
internal sealed class ApiReader(Surroundings around, string run, int conversation, bool events) : IReader
{
    private readonly Random _random = new(conversation);

    public string Way => events ? "api/ask, events" : "api/ask, JSON";

    public Task ComeAsync() => Task.CompletedTask;

    public async Task AskAsync(AskedQuestion question)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = UntilAnsweredAsync(question, taken);
        await taken.Task.WaitAsync(around.Stop);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task UntilAnsweredAsync(AskedQuestion question, TaskCompletionSource taken)
    {
        string? id = null;
        while (question.Answers == 0 && !around.Stop.IsCancellationRequested)
        {
            try
            {
                id = await OnceAsync(question, id, taken) ?? id;
            }
            catch (Exception error) when (Surroundings.IsBroken(error) || error is JsonException)
            {
                around.Break(Way, error);
            }

            if (question.Answers == 0)
            {
                await Task.Delay(Surroundings.Again, around.Stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        taken.TrySetResult();
    }

    private async Task<string?> OnceAsync(AskedQuestion question, string? id, TaskCompletionSource taken)
    {
        var machine = around.Hosts.AddressOf(_random.Next(around.Hosts.Count));
        using var request = id is null ? Asking(machine, question) : new HttpRequestMessage(HttpMethod.Get, new Uri(machine, $"/api/answers/{id}"));
        if (events)
        {
            request.Headers.Add("Accept", "text/event-stream");
        }

        using var response = await around.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, around.Stop);
        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return await ListenAsync(question, response, taken);
        }

        var body = await response.Content.ReadAsStringAsync(around.Stop);
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                taken.TrySetResult();
                around.Ledger.Answer(question, IdOf(body));
                break;
            case HttpStatusCode.Accepted:
                taken.TrySetResult();
                return IdOf(body);
            case HttpStatusCode.ServiceUnavailable:
                question.Refuse();
                break;
            default:
                around.Ledger.Fail($"{Way}: {(int)response.StatusCode} {body}");
                break;
        }

        return null;
    }

    private async Task<string?> ListenAsync(AskedQuestion question, HttpResponseMessage response, TaskCompletionSource taken)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(around.Stop));
        var (name, id) = ("", (string?)null);
        while (await reader.ReadLineAsync(around.Stop) is { } line)
        {
            name = line.StartsWith("event: ", StringComparison.Ordinal) ? line["event: ".Length..] : name;
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
            {
                continue;
            }

            var data = line["data: ".Length..];
            id ??= IdOf(data);
            taken.TrySetResult();
            if (name == "answer")
            {
                around.Ledger.Answer(question, IdOf(data));
                return id;
            }

            if (name == "error" && !data.Contains("\"status\":202", StringComparison.Ordinal))
            {
                around.Ledger.Fail($"{Way}: {data}");
            }
        }

        if (question.Answers == 0)
        {
            around.Ledger.Count($"{Way}: told to come back for it");
        }

        return id;
    }

    private HttpRequestMessage Asking(Uri machine, AskedQuestion question) => new(HttpMethod.Post, new Uri(machine, "/api/ask"))
    {
        Content = JsonContent.Create(new { question = question.Text, conversation = $"{run}-conversation-{conversation}" }),
        Headers = { { "Idempotency-Key", $"{run}-{conversation}-{question.Number}" } },
    };

    private static string IdOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("id").GetString()!;
    }
}
