using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using Bot.BotFramework.DirectLine;
using Bot.BotFramework.Serving;
using Bot.Conversations.Feedback;
using Bot.Conversations.Records;

namespace Bot.BotFramework.Tests.DirectLine;

public sealed class ConversationTests
{
    [Fact]
    public async Task Welcomes_a_reader_once_in_the_language_of_the_page_with_questions_about_its_article()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync(article: "fair", locale: "de-DE");
        await guest.BeginAsync("de-DE");
        var welcome = Assert.Single((await guest.ReadAsync()).Activities);

        Assert.StartsWith("Hallo! Ich bin ein Bot.", welcome.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("Sie lesen „The fair“", welcome.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("dam", welcome.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("de", welcome.GetProperty("locale").GetString());
        Assert.Equal("bot", welcome.GetProperty("from").GetProperty("role").GetString());
        Assert.Contains($"]({page.Address}privacy)", welcome.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.InRange(welcome.GetProperty("suggestedActions").GetProperty("actions").GetArrayLength(), 1, 3);
        Assert.Contains("this article", welcome.GetProperty("suggestedActions").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Echoes_a_question_before_its_answer_with_the_clients_own_name_for_it()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        using var socket = await guest.ConnectAsync();
        for (var number = 0; number < 20; number++)
        {
            var id = await guest.AskAsync($"Question {number}", $"own-{number}");
            var echo = await socket.NextAsync(activity => activity.GetProperty("type").GetString() == "message" && !activity.GetProperty("id").GetString()!.EndsWith("welcome", StringComparison.Ordinal));
            var answer = await socket.NextAsync(activity => activity.GetProperty("type").GetString() == "message");

            Assert.Equal((id, $"Question {number}", $"own-{number}", "user"), (
                echo.GetProperty("id").GetString(),
                echo.GetProperty("text").GetString(),
                echo.GetProperty("channelData").GetProperty("clientActivityID").GetString(),
                echo.GetProperty("from").GetProperty("role").GetString()));
            Assert.StartsWith($"Re: Question {number} [1]", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Equal(id, answer.GetProperty("replyToId").GetString());
            Assert.True(SequenceOf(echo) < SequenceOf(answer), "The answer is placed before its question.");
        }
    }

    [Fact]
    public async Task A_question_stands_in_the_transcript_as_soon_as_it_is_recorded()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        var visitor = new Visitor(guest.Conversation, "dl_reader", null, null);
        var taken = DirectLineActivities.Taken(new() { Type = "message", Text = "Recorded?" }, visitor, "c-1", page.Address.ToString(), TimeProvider.System.GetUtcNow());
        await page.Get<Dispatcher>().TakeAsync(taken, RunningPage.Token);

        Assert.Contains("Recorded?", (await guest.ReadAsync()).Activities.Select(FirstWords));
    }

    [Fact]
    public async Task Answers_a_question_once_that_its_client_sends_five_times_at_once()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => guest.AskAsync("Once?", "same")));
        await guest.AskAsync("Next?", "next");
        using var socket = await guest.ConnectAsync();
        await socket.NextAsync(activity => FirstWords(activity) == "Re: Next?");

        Assert.Single(ids.Distinct());
        Assert.Equal(["Once?", "Re: Once?"], (await guest.ReadAsync()).Activities.Select(FirstWords).Where(words => words.Contains("Once", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_said_while_a_reader_is_away_is_said_once_when_the_reader_comes_back()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        string watermark;
        using (var socket = await guest.ConnectAsync())
        {
            await guest.AskAsync("One", "1");
            await socket.NextAsync(activity => FirstWords(activity) == "Re: One");
            watermark = socket.Watermark;
        }

        await guest.AskAsync("Two", "2");
        await guest.ResumeAsync(watermark);
        using var again = await guest.ConnectAsync();
        Assert.Equal("Two", FirstWords(await again.NextAsync()));
        Assert.Equal("Re: Two", FirstWords(await again.NextAsync(activity => activity.GetProperty("type").GetString() == "message")));
        await guest.ResumeAsync(null);
        using var whole = await guest.ConnectAsync();
        Assert.EndsWith("welcome", (await whole.NextAsync()).GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_goes_on_after_a_restart_with_the_same_token()
    {
        var folder = Directory.CreateTempSubdirectory("bot-page-").FullName;
        RunningPage.Guest guest;
        await using (var before = await RunningPage.StartAsync(folder, null))
        {
            guest = await before.BeginAsync();
            using var socket = await guest.ConnectAsync();
            await guest.AskAsync("Before?", "1");
            await socket.NextAsync(activity => FirstWords(activity) == "Re: Before?");
        }

        await using (var after = await RunningPage.StartAsync(folder, null))
        {
            guest = guest.At(after);
            await guest.AskAsync("After?", "2");
            await guest.ResumeAsync(null);
            using var socket = await guest.ConnectAsync();
            await socket.NextAsync(activity => FirstWords(activity) == "Re: After?");

            Assert.Equal(["Before?", "Re: Before?", "After?", "Re: After?"], (await guest.ReadAsync()).Activities.Skip(1).Select(FirstWords));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Shows_how_far_a_slow_answer_is_as_a_stream_that_the_answer_ends()
    {
        await using var page = await RunningPage.StartAsync();
        var gate = page.Answering.Hold("Slow?");
        var guest = await page.BeginAsync();
        using var socket = await guest.ConnectAsync();
        var id = await guest.AskAsync("Slow?", "1");
        var progress = await socket.NextAsync(activity => activity.GetProperty("type").GetString() == "typing");
        gate.Open.SetResult();
        var answer = await socket.NextAsync(activity => FirstWords(activity) == "Re: Slow?");

        Assert.Equal("Looking in 1 article…", progress.GetProperty("text").GetString());
        Assert.Equal($"{id}/answer", progress.GetProperty("id").GetString());
        Assert.Equal(("streaming", 1), (progress.GetProperty("channelData").GetProperty("streamType").GetString(), progress.GetProperty("channelData").GetProperty("streamSequence").GetInt32()));
        Assert.Equal((progress.GetProperty("id").GetString(), "final"), (answer.GetProperty("channelData").GetProperty("streamId").GetString(), answer.GetProperty("channelData").GetProperty("streamType").GetString()));
        Assert.DoesNotContain((await guest.ReadAsync()).Activities, activity => activity.GetProperty("type").GetString() == "typing");
    }

    [Fact]
    public async Task Asks_the_article_of_the_readers_page_unless_the_reader_chose_another_or_all()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync(article: "fair");
        using var socket = await guest.ConnectAsync();
        async Task<string?> AskedAsync(string text)
        {
            await guest.AskAsync(text, text, article: "fair");
            await socket.NextAsync(activity => FirstWords(activity) == $"Re: {text}");
            return page.Answering.Asked.Last().Article;
        }

        async Task ChooseAsync(string slug, string words)
        {
            await RunningPage.JsonAsync(await guest.PostAsync(new { type = "message", value = new { botArticle = slug }, channelData = new { postBack = true, botArticle = "fair" } }));
            await socket.NextAsync(activity => FirstWords(activity).Contains(words, StringComparison.Ordinal));
        }

        Assert.Equal("fair", await AskedAsync("one"));
        await ChooseAsync("dam", "I look only in");
        Assert.Equal("dam", await AskedAsync("two"));
        await ChooseAsync("", "I look in all articles");
        Assert.Null(await AskedAsync("three"));
    }

    [Fact]
    public async Task Says_commands_and_refusals_below_what_the_reader_said()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        await guest.AskAsync("/articles", "1");
        await guest.AskAsync(new string('x', 3_000), "2", locale: "es");
        var said = (await guest.ReadAsync()).Activities;

        Assert.Equal(["/articles", "", new string('x', 3_000), "Pregunte con palabras, con un máximo de 2000 caracteres."], said.Skip(1).Select(activity => activity.TryGetProperty("text", out var text) ? text.GetString() : ""));
        Assert.Equal("application/vnd.microsoft.card.adaptive", said[2].GetProperty("attachments")[0].GetProperty("contentType").GetString());
    }

    [Fact]
    public async Task Links_lead_to_our_pages_as_the_readers_page_has_them()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        using var socket = await guest.ConnectAsync();
        await guest.AskAsync("Where?", "1");
        var answer = await socket.NextAsync(activity => FirstWords(activity) == "Re: Where?");
        var claim = answer.GetProperty("entities")[0].GetProperty("citation")[0];

        Assert.StartsWith($"{page.Address}c/", claim.GetProperty("@id").GetString(), StringComparison.Ordinal);
        Assert.Contains($"[1]: {claim.GetProperty("@id").GetString()} \"", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_thumb_as_feedback_on_the_answer_it_names()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        using var socket = await guest.ConnectAsync();
        await guest.AskAsync("Good?", "1");
        var answer = await socket.NextAsync(activity => FirstWords(activity) == "Re: Good?");
        var thumbs = answer.GetProperty("entities")[0].GetProperty("potentialAction");
        await RunningPage.JsonAsync(await guest.PostAsync(new { type = "event", name = "webchat:activity-status/feedback", entities = new[] { thumbs[1] }, channelData = new { clientActivityID = "2" } }));
        await RunningPage.JsonAsync(await guest.PostAsync(new
        {
            type = "invoke",
            name = "message/submitAction",
            replyToId = answer.GetProperty("id").GetString(),
            value = new { actionName = "feedback", actionValue = new { reaction = "dislike", feedback = new { feedbackText = "Not what I asked" } } },
        }));

        var given = Assert.Single(await page.Get<ReaderFeedback>().ListAsync(up: false, 10, RunningPage.Token));
        Assert.Equal(("Good?", "Not what I asked"), (given.Question, given.Reason));
    }

    [Fact]
    public async Task Files_are_refused_in_words_and_the_question_beside_them_is_taken()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        var activity = new StringContent(JsonSerializer.Serialize(new { type = "message", text = "What is this?", channelData = new { clientActivityID = "1" } }));
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        using var form = new MultipartFormDataContent { { activity, "activity", "blob" }, { new ByteArrayContent(new byte[2_000_000]), "file", "photo.png" } };
        await RunningPage.JsonAsync(await page.SendAsync(HttpMethod.Post, $"/conversations/{guest.Conversation}/upload?userId=x", guest.Token, form));
        using var socket = await guest.ConnectAsync();
        await socket.NextAsync(said => FirstWords(said) == "Re: What is this?");

        Assert.Contains("I cannot read files. Please ask in words.", (await guest.ReadAsync()).Activities.Select(FirstWords));
    }

    [Fact]
    public async Task A_name_that_a_client_sends_twice_leaves_its_transcript_readable()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        var twice = new StringContent("""{"type":"message","text":"Twice?","channelData":{"clientActivityID":"1","tag":1,"tag":2}}""", new MediaTypeHeaderValue("application/json"));
        await RunningPage.JsonAsync(await page.SendAsync(HttpMethod.Post, $"/conversations/{guest.Conversation}/activities", guest.Token, twice));
        var echo = Assert.Single((await guest.ReadAsync()).Activities, activity => activity.TryGetProperty("text", out var text) && text.GetString() == "Twice?");

        Assert.Equal(2, echo.GetProperty("channelData").GetProperty("tag").GetInt32());
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n1\r\n--x--\r\n", "does not begin with a part \"activity\"")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"activity\"\r\n\r\nno json\r\n--x--\r\n", "no activity")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disp", "breaks off")]
    [InlineData("multipart/form-data", "", "no multipart form")]
    [InlineData("application/json", "{}", "no multipart form")]
    public async Task An_upload_that_is_none_is_refused_by_name(string type, string body, string words)
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await page.SendAsync(HttpMethod.Post, $"/conversations/{guest.Conversation}/upload?userId=x", guest.Token, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, (await RunningPage.ErrorAsync(response)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_a_reader_said_is_deleted_at_the_readers_word()
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        using var socket = await guest.ConnectAsync();
        await guest.AskAsync("My secret?", "1");
        await socket.NextAsync(activity => FirstWords(activity) == "Re: My secret?");
        await guest.AskAsync("delete my data", "2");
        Assert.Equal("delete my data", FirstWords(await socket.NextAsync(activity => activity.GetProperty("from").GetProperty("role").GetString() == "user" && FirstWords(activity) != "My secret?")));

        Assert.Equal(["delete my data", "Deleted, for good. Questions: 1."], (await guest.ReadAsync()).Activities.Select(FirstWords));
        Assert.Empty(await page.Get<RecordedTurns>().LatestAsync(10, RunningPage.Token));
    }

    [Fact]
    public async Task A_quiet_socket_is_told_that_it_is_connected_and_a_stopping_bot_says_goodbye()
    {
        await using var page = await RunningPage.StartAsync(("DirectLine:KeepAlive", "00:00:01"));
        var guest = await page.BeginAsync();
        using var socket = await guest.ConnectAsync();
        await socket.NextAsync();
        while (socket.EmptyFrames < 2)
        {
            Assert.False(await socket.FrameAsync());
        }

        var stopping = page.StopAsync();
        while (!await socket.FrameAsync())
        {
        }

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
        socket.Dispose();
        await stopping;
    }

    [Fact]
    public async Task One_address_has_as_many_sockets_as_it_may_and_gets_another_when_one_is_closed()
    {
        await using var page = await RunningPage.StartAsync(("DirectLine:SocketsPerAddress", "2"));
        var guest = await page.BeginAsync();
        using var first = await guest.ConnectAsync();
        using (await guest.ConnectAsync())
        {
            var refused = await Assert.ThrowsAsync<WebSocketException>(guest.ConnectAsync);
            Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        }

        var seats = page.Get<Seats>();
        IDisposable? free;
        while ((free = seats.Take("one address")) is null)
        {
            // The server learns of the closing in its own time.
            await Task.Yield();
        }

        free.Dispose();
        using var third = await guest.ConnectAsync();
        Assert.EndsWith("welcome", (await third.NextAsync()).GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"type\":\"conversationUpdate\"}", 400, "'conversationUpdate'")]
    [InlineData("{\"text\":\"no type\"}", 400, "\"type\" is ''")]
    [InlineData("not json", 400, "no activity")]
    [InlineData("null", 400, "'null'")]
    [InlineData("[]", 400, "no activity")]
    [InlineData("{\"type\":7}", 400, "$.type")]
    public async Task A_body_that_is_no_activity_of_a_reader_is_refused_by_name(string body, int status, string words)
    {
        await using var page = await RunningPage.StartAsync();
        var guest = await page.BeginAsync();
        using var response = await guest.PostAsync(new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Contains(words, (await RunningPage.ErrorAsync(response)).Message, StringComparison.Ordinal);
    }

    private static string FirstWords(JsonElement activity) =>
        activity.TryGetProperty("text", out var text) ? text.GetString()!.Split(" [1]")[0].Split('\n')[0] : "";

    private static long SequenceOf(JsonElement activity) => activity.GetProperty("channelData").GetProperty("webchat:sequence-id").GetInt64();
}
