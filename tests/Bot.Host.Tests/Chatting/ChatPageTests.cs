using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Host.Tests.Chatting;

public sealed partial class ChatPageTests
{
    [Fact]
    public async Task Only_the_script_that_this_response_names_may_run_and_it_may_speak_to_this_host_alone()
    {
        await using var host = RunningHost.Start(("Web:PublicUrl", "https://bot.example.org"));

        using var response = await host.Client.GetAsync("/articles/bridge", host.Stop);
        using var another = await host.Client.GetAsync("/articles/bridge", host.Stop);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        var nonce = Nonce().Match(await response.Content.ReadAsStringAsync(host.Stop)).Groups[1].Value.Replace("&#x2B;", "+", StringComparison.Ordinal);
        Assert.Contains($"script-src 'nonce-{nonce}';", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' ws://bot.example.org wss://bot.example.org", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'; form-action 'self'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(nonce, Assert.Single(another.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_the_chat_runs_no_script_at_all()
    {
        await using var host = RunningHost.Start();

        using var response = await host.Client.GetAsync("/", host.Stop);

        Assert.DoesNotContain("script-src", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Ask about this article", "What does the article say about “{0}”?")]
    [InlineData("de", "Fragen zu diesem Artikel", "Was steht im Artikel über „{0}“?")]
    [InlineData("es", "Pregunte sobre este artículo", "¿Qué dice el artículo sobre «{0}»?")]
    [InlineData("fr", "Interroger cet article", "Que dit l’article à propos de « {0} » ?")]
    [InlineData("ar", "اسأل عن هذا المقال", "ماذا يقول المقال عن «{0}»؟")]
    public async Task The_page_speaks_the_readers_language_and_the_article_its_own(string language, string ask, string question)
    {
        await using var host = RunningHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/articles/bridge") { Headers = { { "Accept-Language", $"{language}-XX, en;q=0.5" } } };

        using var response = await host.Client.SendAsync(request, host.Stop);
        var page = await response.Content.ReadAsStringAsync(host.Stop);

        Assert.Contains("Accept-Language", response.Headers.Vary);
        Assert.Contains($"<html lang=\"{language}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\">", page, StringComparison.Ordinal);
        Assert.Contains("<article lang=\"en\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains(ask, page, StringComparison.Ordinal);
        using var words = JsonDocument.Parse(WebUtility.HtmlDecode(Words().Match(page).Groups[1].Value));
        Assert.Equal(question, words.RootElement.GetProperty("wordsQuestion").GetString());
    }

    [Fact]
    public async Task The_address_chooses_the_language_over_the_browser_and_so_do_the_addresses_it_leads_to()
    {
        await using var host = RunningHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/articles/bridge?lang=ar") { Headers = { { "Accept-Language", "de" } } };

        using var response = await host.Client.SendAsync(request, host.Stop);
        var page = await response.Content.ReadAsStringAsync(host.Stop);

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/ask?lang=ar\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/privacy?lang=ar\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_there_are_no_words_in_is_passed_over()
    {
        await using var host = RunningHost.Start();

        Assert.Contains("<html lang=\"en\"", await host.PageAsync("/articles/bridge?lang=%22%3E"), StringComparison.Ordinal);
    }

    [GeneratedRegex("nonce=\"([^\"]+)\"")]
    private static partial Regex Nonce();

    [GeneratedRegex("data-words=\"([^\"]+)\"")]
    private static partial Regex Words();
}
