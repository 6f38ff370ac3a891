using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Bot.Host.Tests.Asking;

public sealed class PrivacyEndpointTests
{
    private const string Question = "What will repairs cost?";
    private const string Mine = "a-conversation-of-mine";
    private const string Theirs = "another-one's, behind the same address";

    [Fact]
    public async Task A_conversation_is_forgotten_by_who_knows_its_name_and_its_answers_stay()
    {
        await using var host = RunningHost.Start();
        var (first, _) = await AskAsync(host, Mine);

        using var forgotten = await host.Client.PostAsJsonAsync("/api/forget", new { conversation = Mine }, host.Stop);
        await AskAsync(host, Mine);
        var history = host.Engine.Latest!.History;
        await AskAsync(host, Mine);

        Assert.Equal(HttpStatusCode.NoContent, forgotten.StatusCode);
        Assert.Empty(history);
        Assert.Equal(2, host.Engine.Latest!.History.Length);
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(host, first));
    }

    [Fact]
    public async Task A_conversation_is_deleted_by_who_knows_its_name_and_nothing_of_others_behind_the_same_address()
    {
        await using var host = RunningHost.Start();
        var (mine, _) = await AskAsync(host, Mine);
        var (also, _) = await AskAsync(host, Mine);
        var (theirs, _) = await AskAsync(host, Theirs);

        var deleted = await DeleteAsync(host, new { conversation = Mine });

        Assert.Equal(2, deleted);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK], [await ReadAsync(host, mine), await ReadAsync(host, also), await ReadAsync(host, theirs)]);
    }

    [Fact]
    public async Task A_question_is_deleted_by_who_knows_its_key()
    {
        await using var host = RunningHost.Start();
        var (mine, key) = await AskAsync(host, conversation: null);
        var (theirs, _) = await AskAsync(host, conversation: null);

        Assert.Equal(0, await DeleteAsync(host, new { idempotency_key = "a-key-that-names-no-question" }));
        Assert.Equal(1, await DeleteAsync(host, new { idempotency_key = key }));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK], [await ReadAsync(host, mine), await ReadAsync(host, theirs)]);
    }

    [Fact]
    public async Task A_question_that_is_deleted_while_it_is_answered_is_gone()
    {
        await using var host = RunningHost.Start();
        var gate = new TaskCompletionSource();
        host.Engine.Gate = gate.Task;
        var asking = host.AskAsync(new { question = Question, conversation = Mine });
        await host.Engine.Asked.WaitAsync(host.Stop);

        Assert.Equal(1, await DeleteAsync(host, new { conversation = Mine }));
        gate.SetResult();
        using var asked = await asking;

        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }

    [Theory]
    [InlineData("/api/forget", "{}")]
    [InlineData("/api/forget", "{\"idempotency_key\":\"a-key-that-nobody-guesses\"}")]
    [InlineData("/api/delete-my-data", "{}")]
    [InlineData("/api/delete-my-data", "[]")]
    [InlineData("/api/delete-my-data", "{")]
    [InlineData("/api/delete-my-data", "{\"conversation\":\"short\"}")]
    [InlineData("/api/delete-my-data", "{\"conversation\":7}")]
    [InlineData("/api/delete-my-data", "{\"idempotency_key\":7}")]
    [InlineData("/api/delete-my-data", "{\"idempotency_key\":\"short\"}")]
    public async Task What_proves_nothing_deletes_nothing_and_is_told_the_cure(string path, string body)
    {
        await using var host = RunningHost.Start();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await host.Client.PostAsync(path, content, host.Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.False(string.IsNullOrWhiteSpace((await host.ReadAsync(response)).GetProperty("detail").GetString()));
    }

    private static async Task<(string Id, string Key)> AskAsync(RunningHost host, string? conversation)
    {
        using var response = await host.AskAsync(new { question = Question, conversation });
        return ((await host.ReadAsync(response)).GetProperty("id").GetString()!, Assert.Single(response.Headers.GetValues("Idempotency-Key")));
    }

    private static async Task<int> DeleteAsync(RunningHost host, object proof)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/delete-my-data", proof, host.Stop);
        return (await host.ReadAsync(response)).GetProperty("questions").GetInt32();
    }

    private static async Task<HttpStatusCode> ReadAsync(RunningHost host, string id)
    {
        using var response = await host.Client.GetAsync($"/api/answers/{id}", host.Stop);
        return response.StatusCode;
    }
}
