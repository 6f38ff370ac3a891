using System.Net;
using System.Text.RegularExpressions;
using Bot.Answering.Answers;
using Bot.Conversations.Records;
using Bot.Host.Articles;
using Bot.Host.Forms;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Microsoft.Data.Sqlite;

namespace Bot.Host.Tests.Forms;

/// <summary>The form that asks without script.</summary>
public sealed partial class FormTests
{
    private const string Question = "What will repairs cost?";
    private const string Words = "Repairs will cost 31 million euros";

    [Fact]
    public async Task A_question_leads_to_the_article_with_the_answer_above_it_and_a_reload_asks_nothing()
    {
        await using var host = RunningHost.Start();

        using var asked = await AskAsync(host, Question);
        var address = asked.Headers.Location!.OriginalString;
        var first = await host.PageAsync(address);
        var again = await host.PageAsync(address);

        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.StartsWith("/articles/bridge?answer=", address, StringComparison.Ordinal);
        Assert.Equal(1, host.Engine.Count);
        Assert.Equal("bridge", host.Engine.Latest!.Article);
        Assert.True(first.IndexOf("id=\"answer\"", StringComparison.Ordinal) < first.IndexOf("<article", StringComparison.Ordinal));
        Assert.Contains($"<h2 class=\"asked\" dir=\"auto\">{Question}</h2>", first, StringComparison.Ordinal);
        Assert.Contains("<blockquote>" + Words, first, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Source 1: A bridge falls in Lorne\"", first, StringComparison.Ordinal);
        Assert.Contains("Quoted from the articles; no AI wrote this.", first, StringComparison.Ordinal);
        Assert.Contains("noindex", first, StringComparison.Ordinal);
        Assert.Contains(Words, again, StringComparison.Ordinal);
    }

    [Fact]
    public void The_short_answer_stands_first_and_is_set_off_within_its_sentence()
    {
        var html = new Html();
        var article = new Article { Slug = "bridge", Title = "A bridge", Language = "en", Text = "It cost 5 <b>million</b>.", Blocks = [] };
        var passage = new Passage(article, 1, PassageKind.Paragraph, new(0, article.Text.Length), [new(0, article.Text.Length)]);
        new AnswerHtml(html, new Page("", "en"), new TurnId(Guid.NewGuid())).Write(new Answer.Answered
        {
            Text = $"{article.Text} [1]",
            Language = "en",
            Making = new(Making.Extractive),
            Claims = [new(article.Text, [Citation.Of(passage, passage.Span) with { Number = 1 }])],
            Short = "5",
        });

        Assert.Contains("<p class=\"short\">5</p>\n<p>It cost <strong>5</strong> &lt;b&gt;million&lt;/b&gt;.", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_a_sentence_leads_to_its_exact_words_marked_below_the_same_answer()
    {
        await using var host = RunningHost.Start();
        var page = await AnswerAsync(host, Question);

        var number = Number().Match(page);
        var cited = await host.PageAsync(WebUtility.HtmlDecode(number.Groups[1].Value));

        Assert.Contains($"<mark id=\"{number.Groups[2].Value}\">{Words}", cited, StringComparison.Ordinal);
        Assert.Contains("id=\"answer\"", cited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_question_and_with_other_words_another()
    {
        await using var host = RunningHost.Start();

        using var first = await AskAsync(host, Question, key: "a-key-of-the-form-1");
        using var twice = await AskAsync(host, Question, key: "a-key-of-the-form-1");
        using var other = await AskAsync(host, "Was anybody hurt?", key: "a-key-of-the-form-1");

        Assert.Equal(first.Headers.Location, twice.Headers.Location);
        Assert.NotEqual(first.Headers.Location, other.Headers.Location);
        Assert.Equal(2, host.Engine.Count);
    }

    [Fact]
    public async Task On_the_first_page_all_articles_are_asked()
    {
        await using var host = RunningHost.Start();

        using var asked = await AskAsync(host, Question, article: null);
        var page = await host.PageAsync(asked.Headers.Location!.OriginalString);

        Assert.StartsWith("/?answer=", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null(host.Engine.Latest!.Article);
        Assert.Contains(Words, page, StringComparison.Ordinal);
        Assert.Contains("/articles/bridge?answer=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_shows_what_comes_closest_and_calls_it_no_answer()
    {
        await using var host = RunningHost.Start();

        var page = await AnswerAsync(host, "Who designed the bridge at Lorne?");

        Assert.Contains("“A bridge falls in Lorne” does not say.", page, StringComparison.Ordinal);
        Assert.Contains("Closest (not an answer):", page, StringComparison.Ordinal);
        Assert.Contains("#p1\">A bridge falls in Lorne</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("no AI wrote this", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reader_writes_never_becomes_markup()
    {
        await using var host = RunningHost.Start();

        var page = await AnswerAsync(host, "Who is <script>alert(1)</script> \"x\" onload=y?");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;x&quot;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_answer_is_under_way_the_page_says_so_and_looks_again()
    {
        await using var host = RunningHost.Start(("Web:AnswerWithin", "00:00:01"));
        var gate = new TaskCompletionSource();
        host.Engine.Gate = gate.Task;

        using var asked = await AskAsync(host, Question);
        var pending = await host.PageAsync(asked.Headers.Location!.OriginalString);
        gate.SetResult();

        Assert.Contains("The answer is being prepared.", pending, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", pending, StringComparison.Ordinal);
        var answered = pending;

        // A busy machine may need longer than the host waits here.
        for (var asks = 0; asks < 30 && answered.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal); asks++)
        {
            using var again = await AskAsync(host, Question);
            answered = await host.PageAsync(again.Headers.Location!.OriginalString);
        }

        Assert.DoesNotContain("http-equiv=\"refresh\"", answered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 400, "Bitte fragen Sie in Worten und mit höchstens 100 Zeichen.")]
    [InlineData("long", 400, "Bitte fragen Sie in Worten und mit höchstens 100 Zeichen.")]
    public async Task A_question_of_a_wrong_length_is_refused_on_the_page_in_the_readers_language(string question, int status, string words)
    {
        await using var host = RunningHost.Start(("Turns:MostLength", "100"));
        var text = question.Length == 0 ? "  " : new string('x', 101);

        using var refused = await AskAsync(host, text, language: "de");
        var page = await refused.Content.ReadAsStringAsync(host.Stop);

        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{text.Trim()}\"", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_larger_than_a_request_may_be_is_refused_on_the_page_too()
    {
        await using var host = RunningHost.Start(("Web:MaxBodyBytes", "2000"));

        using var refused = await AskAsync(host, new string('x', 3_000));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Please ask in words, in at most 2000 characters.", await refused.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_how_long_to_wait()
    {
        await using var host = RunningHost.Start(("Turns:PerAsker", "1"));
        using var first = await AskAsync(host, Question);

        using var second = await AskAsync(host, "Was anybody hurt?", language: "es");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
        Assert.Matches("Eso fue un poco rápido. Espere [0-9]+ segundos", await second.Content.ReadAsStringAsync(host.Stop));
    }

    [Fact]
    public async Task A_question_that_cannot_be_recorded_is_not_accepted()
    {
        await using var host = RunningHost.Start(("Records:Within", "00:00:00.1"));
        await using var held = new SqliteConnection($"Data Source={host.Folder.Record}");
        await held.OpenAsync(host.Stop);
        await using var transaction = held.BeginTransaction(deferred: false);

        using var refused = await AskAsync(host, Question, language: "fr");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("Votre question n’a pas été prise en compte.", await refused.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_ask_in_a_readers_name()
    {
        await using var host = RunningHost.Start();

        using var refused = await AskAsync(host, Question, site: "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(0, host.Engine.Count);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_answer_that_is_not_there_is_not_hidden_and_the_article_is_shown(string id)
    {
        await using var host = RunningHost.Start();

        var page = await host.PageAsync($"/articles/bridge?answer={id}");

        Assert.Contains("This answer is not here, or not any more.", page, StringComparison.Ordinal);
        Assert.Contains("<h1>A bridge falls in Lorne</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_not_asked()
    {
        await using var host = RunningHost.Start();

        using var refused = await AskAsync(host, Question, article: "none");

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(0, host.Engine.Count);
    }

    private static Task<HttpResponseMessage> AskAsync(RunningHost host, string question, string? article = "bridge", string key = "a-key-of-this-form", string language = "en", string? site = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/ask")
        {
            Content = new FormUrlEncodedContent([new("question", question), new("key", key), .. article is null ? [] : new KeyValuePair<string, string>[] { new("article", article) }]),
        };
        request.Headers.Add("Accept-Language", language);
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return host.Client.SendAsync(request, host.Stop);
    }

    private static async Task<string> AnswerAsync(RunningHost host, string question)
    {
        using var asked = await AskAsync(host, question);
        return await host.PageAsync(asked.Headers.Location!.OriginalString);
    }

    [GeneratedRegex("<a class=\"number\" href=\"([^\"#]+)#([0-9a-f]{16})\"")]
    private static partial Regex Number();
}
