using System.Net;
using System.Text.Json;
using Bot.Host.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Host.Tests.Serving;

public sealed class ServingTests
{
    private const string Question = "What will repairs cost?";
    private const string Key = "a-key-that-nobody-guesses";

    [Fact]
    public async Task Is_ready_when_the_articles_and_the_record_can_be_read()
    {
        await using var host = RunningHost.Start();

        using var live = await host.Client.GetAsync("/health/live", host.Stop);
        using var ready = await host.Client.GetAsync("/health/ready", host.Stop);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.True((await host.ReadAsync(ready)).GetProperty("ready").GetBoolean());
    }

    [Fact]
    public async Task A_stop_lets_running_questions_finish_and_refuses_new_ones_politely()
    {
        await using var host = RunningHost.Start();
        var gate = new TaskCompletionSource();
        host.Engine.Gate = gate.Task;
        var asking = host.AskAsync(new { question = Question });
        await host.Engine.Asked.WaitAsync(host.Stop);

        var stopping = host.Services.GetRequiredService<IHost>().StopAsync(host.Stop);
        using var refused = await host.AskAsync(new { question = "Who is the mayor?" });
        using var ready = await host.Client.GetAsync("/health/ready", host.Stop);
        gate.SetResult();
        using var answered = await asking;
        await stopping;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.True(refused.Headers.ConnectionClose);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task A_question_that_outlasts_the_stop_is_answered_after_the_next_start()
    {
        using var folder = HostFolder.New();
        await using (var host = RunningHost.StartIn(folder, ("Turns:DrainFor", "00:00:00")))
        {
            host.Engine.Gate = new TaskCompletionSource().Task;
            var asking = host.AskAsync(new { question = Question }, Key);
            await host.Engine.Asked.WaitAsync(host.Stop);
            await host.Services.GetRequiredService<IHost>().StopAsync(host.Stop);
            using var later = await asking;
            Assert.Equal(HttpStatusCode.Accepted, later.StatusCode);
        }

        await using var restarted = RunningHost.StartIn(folder);
        using var answered = await restarted.AskAsync(new { question = Question }, Key);

        Assert.Equal("answered", (await restarted.ReadAsync(answered)).GetProperty("outcome").GetString());
        Assert.Equal(1, restarted.Engine.Count);
    }

    [Fact]
    public async Task The_privacy_page_names_how_long_things_are_kept()
    {
        await using var host = RunningHost.Start(("Records:RetainFor", "30.00:00:00"));

        Assert.Contains("30 days", await host.PageAsync("/privacy"), StringComparison.Ordinal);
        Assert.Contains("<h1>Terms</h1>", await host.PageAsync("/terms"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pt, en;q=0.1, de-CH;q=0.8", "de", "ltr", "90 Tage lang", "beweist also niemanden", "Nutzungsbedingungen")]
    [InlineData("es-MX", "es", "ltr", "durante 90 días", "no demuestra", "Condiciones")]
    [InlineData("fr", "fr", "ltr", "pendant 90 jours", "ne prouve", "Conditions")]
    [InlineData("ar-EG,en", "ar", "rtl", "لمدة 90 يومًا", "لا يثبت", "شروط")]
    [InlineData("de;q=0, *", "en", "ltr", "for 90 days", "proves nobody", "Terms")]
    [InlineData("%%%", "en", "ltr", "for 90 days", "proves nobody", "Terms")]
    public async Task Notices_are_in_the_readers_language(string accepts, string language, string direction, string kept, string web, string terms)
    {
        await using var host = RunningHost.Start();

        var pages = new List<string>();
        foreach (var path in new[] { "/privacy", "/terms" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Accept-Language", accepts);
            using var response = await host.Client.SendAsync(request, host.Stop);
            Assert.Equal("Accept-Language", Assert.Single(response.Headers.Vary));
            pages.Add(await response.Content.ReadAsStringAsync(host.Stop));
        }

        Assert.All(pages, page => Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", page, StringComparison.Ordinal));
        Assert.Contains(kept, pages[0], StringComparison.Ordinal);
        Assert.Contains(web, pages[0], StringComparison.Ordinal);
        Assert.Contains(terms, pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_open_api_document_describes_the_api()
    {
        await using var host = RunningHost.Start();

        using var document = JsonDocument.Parse(await host.PageAsync("/openapi/v1.json"));

        var paths = document.RootElement.GetProperty("paths");
        Assert.True(paths.GetProperty("/api/ask").TryGetProperty("post", out var ask));
        Assert.True(ask.GetProperty("responses").TryGetProperty("429", out _));
        Assert.True(paths.TryGetProperty("/api/answers/{id}", out _));
        Assert.True(paths.GetProperty("/api/forget").TryGetProperty("post", out _));
        Assert.True(paths.GetProperty("/api/delete-my-data").TryGetProperty("post", out _));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        Assert.True(schemas.GetProperty("PrivacyBody").GetProperty("properties").TryGetProperty("idempotency_key", out _));
        Assert.True(schemas.GetProperty("AnswerLine").GetProperty("properties").TryGetProperty("elapsed_ms", out _));
        Assert.Equal(
            ["question", "article", "date", "history", "conversation"],
            schemas.GetProperty("AskBody").GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("ftp://example.org")]
    [InlineData("bot.example.org")]
    [InlineData("https://example.org/?a=b")]
    public void A_public_address_that_is_none_is_named(string url)
    {
        var result = new WebOptionsValidator().Validate(null, new WebOptions { PublicUrl = url, TrustedProxies = ["10.0.0.0/8", "proxy"] });

        Assert.Collection(
            result.Failures!,
            failure => Assert.Contains(url, failure, StringComparison.Ordinal),
            failure => Assert.Contains("'proxy'", failure, StringComparison.Ordinal));
    }
}
