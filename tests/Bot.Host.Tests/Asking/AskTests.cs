using System.Net;
using System.Text.Json;
using Bot.Answering.Questions;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Asking;

public sealed class AskTests
{
    private const string Question = "What will repairs cost?";
    private const string Key = "a-key-that-nobody-guesses";

    [Fact]
    public async Task Answers_as_the_machine_contract_says()
    {
        await using var host = RunningHost.Start();

        using var response = await host.AskAsync(new { question = Question });
        var answer = await host.ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            ["id", "outcome", "answer", "short", "confidence", "citations", "closest", "engine", "degraded", "repaired", "elapsed_ms"],
            answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Contains("31 million", answer.GetProperty("citations")[0].GetProperty("quote").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citation_leads_to_our_page_where_there_is_a_public_address_and_else_to_the_source()
    {
        await using var public_ = RunningHost.Start(("Web:PublicUrl", "https://bot.example.org/ask/"));
        await using var hidden = RunningHost.Start();

        var ours = (await public_.AnswerAsync(Question)).GetProperty("citations")[0];
        var theirs = (await hidden.AnswerAsync(Question)).GetProperty("citations")[0];

        Assert.Equal($"https://bot.example.org/ask/c/{ours.GetProperty("id").GetString()}", ours.GetProperty("url").GetString());
        Assert.Equal("https://example.org/bridge", theirs.GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_question_with_the_same_key_is_not_answered_again()
    {
        await using var host = RunningHost.Start();

        var answers = new List<string>();
        for (var time = 0; time < 3; time++)
        {
            using var response = await host.AskAsync(new { question = Question }, Key);
            answers.Add(await response.Content.ReadAsStringAsync(host.Stop));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(1, host.Engine.Count);
    }

    [Fact]
    public async Task The_same_key_by_five_connections_at_once_is_answered_once()
    {
        await using var host = RunningHost.Start();

        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.AskAsync(new { question = Question }, Key)));
        var ids = await Task.WhenAll(responses.Select(async response => (await host.ReadAsync(response)).GetProperty("id").GetString()));

        Assert.Single(ids.Distinct());
        Assert.Equal(1, host.Engine.Count);
    }

    [Fact]
    public async Task A_key_that_named_another_question_is_refused()
    {
        await using var host = RunningHost.Start();
        using var first = await host.AskAsync(new { question = Question }, Key);

        using var second = await host.AskAsync(new { question = "Who was hurt?" }, Key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Equal(1, host.Engine.Count);
    }

    [Fact]
    public async Task An_asker_who_leaves_finds_the_answer_in_the_record()
    {
        await using var host = RunningHost.Start();
        var gate = new TaskCompletionSource();
        host.Engine.Gate = gate.Task;
        using var leaves = new CancellationTokenSource();
        var asking = host.AskAsync(new { question = Question }, Key, stop: leaves.Token);
        await host.Engine.Asked.WaitAsync(host.Stop);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        gate.SetResult();

        using var again = await host.AskAsync(new { question = Question }, Key);

        Assert.Equal("answered", (await host.ReadAsync(again)).GetProperty("outcome").GetString());
        Assert.Equal(1, host.Engine.Count);
    }

    [Fact]
    public async Task An_asker_who_waited_long_enough_is_told_where_the_answer_will_be()
    {
        await using var host = RunningHost.Start(("Web:AnswerWithin", "00:00:01"));
        var gate = new TaskCompletionSource();
        host.Engine.Gate = gate.Task;

        using var asked = await host.AskAsync(new { question = Question });
        using var early = await host.Client.GetAsync(asked.Headers.Location, host.Stop);
        gate.SetResult();

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, early.StatusCode);
        Assert.Equal("answering", (await host.ReadAsync(early)).GetProperty("stage").GetString());
        Assert.Equal("answered", (await SettledAsync(host, asked.Headers.Location!)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_question_that_is_taken_back_is_stopped_and_gone()
    {
        await using var host = RunningHost.Start();
        host.Engine.Gate = new TaskCompletionSource().Task;
        var asking = host.AskAsync(new { question = Question }, Key);
        await host.Engine.Asked.WaitAsync(host.Stop);
        using var delete = new HttpRequestMessage(HttpMethod.Delete, "/api/ask") { Headers = { { "Idempotency-Key", Key } } };

        using var deleted = await host.Client.SendAsync(delete, host.Stop);
        using var asked = await asking;

        await host.Engine.Stopped.WaitAsync(host.Stop);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, asked.StatusCode);
    }

    [Fact]
    public async Task A_question_that_was_answered_cannot_be_taken_back()
    {
        await using var host = RunningHost.Start();
        using var asked = await host.AskAsync(new { question = Question }, Key);
        using var delete = new HttpRequestMessage(HttpMethod.Delete, "/api/ask") { Headers = { { "Idempotency-Key", Key } } };

        using var deleted = await host.Client.SendAsync(delete, host.Stop);

        Assert.Equal(HttpStatusCode.Conflict, deleted.StatusCode);
    }

    [Fact]
    public async Task Questions_of_one_conversation_are_understood_together()
    {
        await using var host = RunningHost.Start();
        const string Conversation = "a-conversation-of-mine";
        using var first = await host.AskAsync(new { question = "Who is the mayor?", conversation = Conversation });

        using var second = await host.AskAsync(new { question = "And what did repairs cost?", conversation = Conversation });

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(2, host.Engine.Count);
    }

    [Fact]
    public async Task A_question_is_understood_by_the_history_it_brings()
    {
        await using var host = RunningHost.Start();
        const string Conversation = "a-conversation-of-mine";
        using var first = await host.AskAsync(new { question = "Who is the mayor?", conversation = Conversation });
        object[] history = [new { role = "user", text = "What fell?" }, new { role = "agent", text = "The bridge at Lorne." }];

        using var second = await host.AskAsync(new { question = Question, conversation = Conversation, history });
        var brought = host.Engine.Latest!.History;
        using var third = await host.AskAsync(new { question = Question, conversation = Conversation, history = Array.Empty<object>() });
        var none = host.Engine.Latest!.History;
        using var fourth = await host.AskAsync(new { question = Question, conversation = Conversation });

        Assert.Equal("answered", (await host.ReadAsync(second)).GetProperty("outcome").GetString());
        Assert.Equal([new(TurnRole.Reader, "What fell?"), new Turn(TurnRole.Bot, "The bridge at Lorne.")], brought);
        Assert.Empty(none);
        Assert.Equal(["Who is the mayor?", Question, Question], host.Engine.Latest!.History.Where(turn => turn.Role == TurnRole.Reader).Select(turn => turn.Text));
    }

    [Fact]
    public async Task Too_many_questions_are_refused_with_the_waiting_time()
    {
        await using var host = RunningHost.Start(("Turns:PerAsker", "1"));
        using var first = await host.AskAsync(new { question = Question });

        using var second = await host.AskAsync(new { question = Question });

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_question_that_fails_for_good_says_so_and_shows_no_insides()
    {
        await using var host = RunningHost.Start(("Turns:MostAttempts", "1"));
        host.Engine.Failure = new InvalidOperationException("secret insides");

        using var response = await host.AskAsync(new { question = Question });
        var said = await response.Content.ReadAsStringAsync(host.Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("insides", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_the_same_key_has_the_same_answer()
    {
        using var folder = HostFolder.New();
        string before;
        await using (var host = RunningHost.StartIn(folder))
        {
            using var response = await host.AskAsync(new { question = Question }, Key);
            before = await response.Content.ReadAsStringAsync(host.Stop);
        }

        await using var restarted = RunningHost.StartIn(folder);
        using var again = await restarted.AskAsync(new { question = Question }, Key);

        Assert.Equal(before, await again.Content.ReadAsStringAsync(restarted.Stop));
        Assert.Equal(0, restarted.Engine.Count);
    }

    [Fact]
    public async Task An_answer_that_was_corrected_carries_the_correction()
    {
        await using var host = RunningHost.Start();
        var id = (await host.AnswerAsync(Question)).GetProperty("id").GetString();
        host.Folder.Write("bridge", HostFolder.Bridge.Replace("31 million", "41 million", StringComparison.Ordinal));
        await host.Services.GetRequiredService<KnowledgeBase>().RefreshAsync(host.Stop);
        await Corrected.ApproveAsync(host, "the article now says 41 million");

        var line = await Corrected.WaitAsync(host, id!);

        Assert.Contains("41 million", Assert.Single(line.GetProperty("corrections").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_told_in_the_language_the_asker_accepts()
    {
        await using var host = RunningHost.Start();
        host.Client.DefaultRequestHeaders.Add("Accept-Language", "de-AT, en;q=0.5");
        var id = (await host.AnswerAsync(Question)).GetProperty("id").GetString();
        host.Folder.Write("bridge", HostFolder.Bridge.Replace("31 million", "41 million", StringComparison.Ordinal));
        await host.Services.GetRequiredService<KnowledgeBase>().RefreshAsync(host.Stop);
        await Corrected.ApproveAsync(host, wording: null);

        var line = await Corrected.WaitAsync(host, id!);

        Assert.Matches("^Berichtigt am [0-9]{1,2}[.] .* [0-9]{4}: im Artikel steht jetzt „.*41 million", Assert.Single(line.GetProperty("corrections").EnumerateArray()).GetString());
    }

    private static async Task<JsonElement> SettledAsync(RunningHost host, Uri location)
    {
        while (true)
        {
            using var response = await host.Client.GetAsync(location, host.Stop);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return await host.ReadAsync(response);
            }
        }
    }
}
