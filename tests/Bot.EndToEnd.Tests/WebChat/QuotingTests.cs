namespace Bot.EndToEnd.Tests.WebChat;

/// <summary>Bot without a model in Microsoft's Web Chat, in a real browser.</summary>
[Collection(nameof(WebChatRig))]
public sealed class QuotingTests(WebChatRig rig)
{
    private const string Length = "How long is Line 1?";
    private const string Answer = "11.4 kilometres";
    private const string Title = "Hallowmere's first tram line opens after nine years of building";

    [Fact]
    public async Task Shows_an_answer_with_a_list_of_what_it_cites_and_that_it_is_quoted()
    {
        await using var page = await rig.PageAsync();
        await page.OpenAsync();
        await page.SayAsync(Length, Answer);

        var said = await page.Last.InnerTextAsync();
        Assert.Contains("Quoted from the articles; no AI wrote this.", said, StringComparison.Ordinal);
        Assert.Contains("1 reference", said, StringComparison.Ordinal);
        var source = page.Last.GetByRole(Microsoft.Playwright.AriaRole.Listitem).GetByRole(Microsoft.Playwright.AriaRole.Link);
        Assert.Contains(Title, await source.InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith($"{rig.Host}c/", await source.GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.PictureAsync("answer");
    }

    [Fact]
    public async Task Shows_the_question_as_sent()
    {
        await using var page = await rig.PageAsync();
        await page.OpenAsync();
        await page.SayAsync(Length, Answer);

        Assert.Contains("Sent at", await page.Messages.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Send failed", await page.Page.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_thumb_as_the_readers_word_on_the_answer()
    {
        const string Question = "How many kilometres does Line 1 run for?";
        await using var page = await rig.PageAsync();
        await page.OpenAsync();
        await page.SayAsync(Question, Answer);
        Assert.Empty(await rig.FeedbackAsync(Question));

        await page.PressAsync(page.Button("Dislike"));

        Assert.Equal([false], await rig.FeedbackAsync(Question));
    }

    [Fact]
    public async Task Asks_what_a_suggestion_says_when_it_is_pressed()
    {
        await using var page = await rig.PageAsync();
        await page.OpenAsync();

        await page.PressAsync(page.Button("What did Hallowmere Transit say?"));
        await page.HearAsync("Hallowmere Transit said");

        Assert.Contains("You said:\n\nWhat did Hallowmere Transit say?", await page.Messages.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looks_only_in_the_article_that_is_chosen_from_the_card()
    {
        await using var page = await rig.PageAsync();
        await page.OpenAsync();
        await page.SayAsync("/articles", "All articles");

        await page.PressAsync(page.Last.Locator(".ac-selectable", new() { HasText = Title }));
        await page.HearAsync("From now on I look only in");

        await page.SayAsync("How many people did the quarry employ?", "does not say.");
    }

    [Fact]
    public async Task Answers_a_page_that_polls()
    {
        await using var page = await rig.PageAsync();
        await page.OpenAsync("&polls");
        await page.SayAsync(Length, Answer);

        Assert.Equal(0, page.Sockets);
        Assert.Contains("Sent at", await page.Messages.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_conversation_in_its_order_when_its_page_is_loaded_again()
    {
        await using var page = await rig.PageAsync();
        await page.OpenAsync();
        await page.SayAsync(Length, Answer);
        await page.SayAsync("What does a day ticket cost?", "5.50");
        var before = await page.Messages.Locator(".webchat__text-content").AllInnerTextsAsync();

        await page.OpenAgainAsync();
        await page.HearAsync("5.50");

        Assert.Equal(5, before.Count);
        Assert.Equal(before, await page.Messages.Locator(".webchat__text-content").AllInnerTextsAsync());
    }

    [Fact]
    public async Task Says_that_it_reads_no_files()
    {
        await using var page = await rig.PageAsync();
        await page.OpenAsync();

        await page.SendFileAsync("notes.txt");
        await page.HearAsync("I cannot read files. Please ask in words.");

        Assert.DoesNotContain("Send failed", await page.Page.InnerTextAsync(), StringComparison.Ordinal);
    }
}
