namespace Bot.EndToEnd.Tests.WebChat;

/// <summary>What articles, readers and pages of others may not do in Microsoft's Web Chat.</summary>
[Collection(nameof(WebChatRig))]
public sealed class HostilityTests(WebChatRig rig)
{
    [Theory]
    [InlineData("How many people did the quarry in Dunmere employ?", "41 people")]
    [InlineData("Who is the owner of the quarry?", "Varga Stone")]
    public async Task Runs_nothing_that_an_article_says(string question, string answer)
    {
        await using var page = await rig.PageAsync();
        await page.OpenAsync();
        await page.SayAsync(question, answer);
        await page.SayAsync("/articles", "All articles");

        await AssertHarmlessAsync(page);
        await page.PictureAsync("hostile");
    }

    [Theory]
    [InlineData("<img src=x onerror=\"window.pwned='image'\"> Who owns the quarry?")]
    [InlineData("[Who owns](javascript:window.pwned='link') the quarry? <script>window.pwned='script'</script>")]
    public async Task Runs_nothing_that_a_reader_says(string question)
    {
        await using var page = await rig.PageAsync();
        await page.OpenAsync();
        await page.SayAsync(question);
        await page.Messages.Nth(2).WaitForAsync();

        await AssertHarmlessAsync(page);
        Assert.Contains("quarry?", await page.Messages.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "read", "opened")]
    [InlineData("localhost", "refused", "refused")]
    public async Task Talks_only_with_pages_that_it_is_told_to_talk_with(string site, string token, string stream)
    {
        await using var ours = await rig.PageAsync();
        await ours.OpenAsync();
        var address = await ours.EvaluateAsync<string>(
            """
            host => fetch(`${host}v3/directline/conversations/${begun.conversationId}`, { headers: { authorization: `Bearer ${begun.token}` } }).then(taken => taken.json()).then(taken => taken.streamUrl)
            """,
            rig.Host.AbsoluteUri);
        await using var page = await rig.PageAsync(new UriBuilder(rig.Site) { Host = site }.Uri);
        await page.VisitAsync();

        Assert.Equal(token, await page.EvaluateAsync<string>("host => fetch(`${host}v3/directline/tokens/generate`, { method: 'POST' }).then(() => 'read', () => 'refused')", rig.Host.AbsoluteUri));
        Assert.Equal(stream, await page.EvaluateAsync<string>("address => new Promise(told => { const socket = new WebSocket(address); socket.onopen = () => told('opened'); socket.onerror = () => told('refused'); })", address));
    }

    // Everything that could run has been asked to by now: what is left on the page is looked at, and whatever can be pressed is pressed.
    private static async Task AssertHarmlessAsync(ChatPage page)
    {
        var found = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const chat = document.getElementById('chat');
              const scripts = [...chat.querySelectorAll('script, iframe, object, embed, [onerror], [onload], [onclick]')].map(found => found.outerHTML);
              const links = [...chat.querySelectorAll('a[href], form[action]')].filter(link => !/^https?:/.test(link.href ?? link.action));
              links.forEach(link => link.click());
              await new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)));
              return [...scripts, ...links.map(link => link.outerHTML), ...[window.pwned ?? []].flat().map(pwned => `ran: ${pwned}`)];
            }
            """);
        Assert.Empty(found);
    }
}
