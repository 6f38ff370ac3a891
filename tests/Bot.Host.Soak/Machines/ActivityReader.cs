using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bot.Host.Soak.Machines;

/// <summary>Asks as Teams does, by <c>/api/messages</c>, each time at another machine; the channel sends an activity again that nobody acknowledged.</summary>
internal sealed class ActivityReader(Surroundings around, Connector connector, string run, int conversation) : IReader
{
    private readonly Random _random = new(conversation);

    public string Way => "Bot Framework, activities";

    public Task ComeAsync() => Task.CompletedTask;

    public async Task AskAsync(AskedQuestion question)
    {
        var id = IdOf(run, question);
        connector.Await(id, shown => Take(question, shown));
        while (!around.Stop.IsCancellationRequested)
        {
            try
            {
                var machine = around.Hosts.AddressOf(_random.Next(around.Hosts.Count));
                using var response = await around.Client.PostAsJsonAsync(new Uri(machine, "/api/messages"), Activity(id, question.Text), around.Stop);
                if (response.StatusCode == HttpStatusCode.Accepted)
                {
                    return;
                }

                around.Ledger.Count($"{Way}: {(int)response.StatusCode}");
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    around.Ledger.Fail($"{Way}: {(int)response.StatusCode}");
                }
            }
            catch (Exception error) when (Surroundings.IsBroken(error))
            {
                around.Break(Way, error);
            }

            await Task.Delay(Surroundings.Again, around.Stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The activity's name: a new one each time its reader asks again.</summary>
    public static string IdOf(string run, AskedQuestion question) => $"{run}-{question.Conversation}-{question.Number}-{question.Refusals}";

    private void Take(AskedQuestion question, JsonElement shown)
    {
        // Only answers cite.
        if (shown.TryGetProperty("entities", out var entities) && entities.GetRawText().Contains("citation", StringComparison.Ordinal))
        {
            around.Ledger.Answer(question);
            return;
        }

        if (shown.GetProperty("text").GetString() is { } words && !words.Contains("again in a moment", StringComparison.Ordinal))
        {
            around.Ledger.Fail($"{Way}: said instead of an answer: {words}");
        }

        question.Refuse();
        if (question.Answers == 0)
        {
            _ = AskAsync(question);
        }
    }

    private object Activity(string id, string text) => new
    {
        type = "message",
        id,
        text,
        timestamp = "2026-11-26T12:00:00.0000000Z",
        serviceUrl = connector.ServiceUrl,
        channelId = "msteams",
        from = new { id = $"29:reader-{conversation}", name = "A reader" },
        recipient = new { id = "28:bot", name = "Bot" },
        conversation = new { id = $"a:{run}-{conversation}", conversationType = "personal", tenantId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee" },
        locale = "en-US",
        textFormat = "plain",
    };
}
