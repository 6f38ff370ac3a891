using System.Text.Json;

namespace Bot.Host.Tests.Asking;

public sealed class AnswerStreamTests
{
    private const string Events = "text/event-stream";
    private const string Question = "What will repairs cost?";

    [Fact]
    public async Task Acknowledges_first_tells_stages_then_the_checked_answer()
    {
        await using var host = RunningHost.Start();
        var gate = new TaskCompletionSource();
        host.Engine.Gate = gate.Task;

        using var response = await host.AskAsync(new { question = Question }, accept: Events);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(host.Stop));
        var first = await NextAsync(reader, host.Stop);
        gate.SetResult();
        var rest = await AllAsync(reader, host.Stop);

        Assert.Equal("acknowledged", first.Name);
        Assert.Equal(["searched", "composed", "checked"], rest.Where(told => told.Name == "stage").Select(told => told.Data.GetProperty("stage").GetString()));
        Assert.Equal("answer", rest[^1].Name);
        Assert.Equal("answered", rest[^1].Data.GetProperty("outcome").GetString());
        Assert.Equal(first.Data.GetProperty("id").GetString(), rest[^1].Data.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_stream_of_an_answered_question_repeats_its_answer()
    {
        await using var host = RunningHost.Start();
        var id = (await host.AnswerAsync(Question)).GetProperty("id").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/answers/{id}") { Headers = { { "Accept", Events } } };

        using var response = await host.Client.SendAsync(request, host.Stop);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(host.Stop));

        Assert.Equal(["acknowledged", "answer"], (await AllAsync(reader, host.Stop)).Select(told => told.Name));
    }

    [Fact]
    public async Task A_reader_who_leaves_the_stream_finds_the_answer_by_its_id()
    {
        await using var host = RunningHost.Start();
        var gate = new TaskCompletionSource();
        host.Engine.Gate = gate.Task;
        string id;
        using (var response = await host.AskAsync(new { question = Question }, accept: Events))
        using (var reader = new StreamReader(await response.Content.ReadAsStreamAsync(host.Stop)))
        {
            id = (await NextAsync(reader, host.Stop)).Data.GetProperty("id").GetString()!;
            await host.Engine.Asked.WaitAsync(host.Stop);
        }

        using var early = await host.Client.GetAsync($"/api/answers/{id}", HttpCompletionOption.ResponseHeadersRead, host.Stop);
        gate.SetResult();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/answers/{id}") { Headers = { { "Accept", Events } } };
        using var stream = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, host.Stop);
        using var rest = new StreamReader(await stream.Content.ReadAsStreamAsync(host.Stop));
        var last = (await AllAsync(rest, host.Stop))[^1];
        using var late = await host.Client.GetAsync($"/api/answers/{id}", host.Stop);

        Assert.Equal(System.Net.HttpStatusCode.Accepted, early.StatusCode);
        Assert.Equal("answer", last.Name);
        Assert.Equal("answered", (await host.ReadAsync(late)).GetProperty("outcome").GetString());
        Assert.Equal(1, host.Engine.Count);
    }

    [Fact]
    public async Task A_stream_ends_with_an_error_when_the_question_is_taken_back()
    {
        await using var host = RunningHost.Start();
        host.Engine.Gate = new TaskCompletionSource().Task;
        const string Key = "a-key-that-nobody-guesses";
        using var response = await host.AskAsync(new { question = Question }, Key, Events);
        await host.Engine.Asked.WaitAsync(host.Stop);
        using var delete = new HttpRequestMessage(HttpMethod.Delete, "/api/ask") { Headers = { { "Idempotency-Key", Key } } };

        using var deleted = await host.Client.SendAsync(delete, host.Stop);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(host.Stop));
        var last = (await AllAsync(reader, host.Stop))[^1];

        Assert.Equal("error", last.Name);
        Assert.Equal(410, last.Data.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_stream_that_lasts_too_long_says_that_the_answer_comes_later()
    {
        await using var host = RunningHost.Start(("Web:AnswerWithin", "00:00:01"), ("Turns:DrainFor", "00:00:00"));
        host.Engine.Gate = new TaskCompletionSource().Task;

        using var response = await host.AskAsync(new { question = Question }, accept: Events);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(host.Stop));

        Assert.Equal(202, (await AllAsync(reader, host.Stop))[^1].Data.GetProperty("status").GetInt32());
    }

    private static async Task<List<Told>> AllAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        List<Told> all = [];
        while (await NextAsync(reader, cancellationToken) is { Name.Length: > 0 } told)
        {
            all.Add(told);
        }

        return all;
    }

    private static async Task<Told> NextAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var (name, data) = ("", default(JsonElement));
        while (await reader.ReadLineAsync(cancellationToken) is { } line && (line.Length > 0 || name.Length == 0))
        {
            name = line.StartsWith("event: ", StringComparison.Ordinal) ? line[7..] : name;
            data = line.StartsWith("data: ", StringComparison.Ordinal) ? JsonDocument.Parse(line[6..]).RootElement : data;
        }

        return new(name, data);
    }

    private sealed record Told(string Name, JsonElement Data);
}
