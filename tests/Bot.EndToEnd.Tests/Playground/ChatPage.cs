using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests.Playground;

/// <summary>The personal chat on Agents Playground's page.</summary>
internal sealed class ChatPage
{
    public const int Width = 1000;
    public const int Height = 760;

    private const int Bar = 49;
    private const string Bubble = ".fai-OutputCard";

    private readonly IPage _page;
    private readonly PlaygroundClient _client;

    private ChatPage(IPage page, PlaygroundClient client) => (_page, _client) = (page, client);

    /// <summary>What the bot said when the chat began, and the questions that stood below it.</summary>
    public Told Welcome { get; private set; } = null!;

    public IReadOnlyList<string> WelcomeButtons { get; private set; } = [];

    /// <summary>The bot's last message.</summary>
    public ILocator Last => _page.Locator(Bubble).Last;

    /// <summary>The last message with its header, label and thumbs.</summary>
    public ILocator LastWhole => _page.Locator($"div:has(> div > div > {Bubble})").Last;

    public ILocator Locator(string selector) => _page.Locator(selector);

    public ILocator Text(string words) => _page.GetByText(words);

    public static async Task<ChatPage> OpenAsync(IPage page, Uri address, PlaygroundClient client, CancellationToken cancellationToken)
    {
        var chat = new ChatPage(page, client);
        var before = client.Now();
        await page.GotoAsync(address.AbsoluteUri);
        chat.Welcome = await client.FirstAsync(before, told => told.IsNew && told.Conversation == client.Personal, cancellationToken);
        await chat.Last.WaitForAsync();
        var buttons = page.GetByRole(AriaRole.Button).Filter(new() { HasTextRegex = new(@"\?$") });
        await buttons.First.WaitForAsync();
        chat.WelcomeButtons = await buttons.AllInnerTextsAsync();
        await page.GetByTitle("Hide log panel").ClickAsync();
        return chat;
    }

    /// <summary>Types and sends something.</summary>
    /// <returns>The bot's next whole message.</returns>
    public async Task<Told> SayAsync(string text, CancellationToken cancellationToken)
    {
        var before = _client.Now();
        await TypeAsync(text);
        return await NextAsync(before, cancellationToken);
    }

    /// <summary>Types and sends something.</summary>
    public async Task TypeAsync(string text)
    {
        await _page.Locator("[contenteditable=true][role=textbox]").ClickAsync();
        await _page.Keyboard.TypeAsync(text);
        await _page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The bot's first whole message after a moment, once the page shows it.</summary>
    public async Task<Told> NextAsync(int moment, CancellationToken cancellationToken)
    {
        var told = await _client.FirstAsync(moment, told => told.Conversation == _client.Personal && told.Action != "typing" && told.Stream is "" or "final", cancellationToken);
        await _page.EvaluateAsync("() => new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))");
        return told;
    }

    public Task PressAsync(string button) => _page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    public async Task ReloadAsync()
    {
        await _page.ReloadAsync();
        await _page.GetByTitle("Hide log panel").ClickAsync();
    }

    public Task FillAsync(string words) => _page.Locator("textarea").FillAsync(words);

    /// <summary>Takes a picture of the chat for the documentation, when <c>BOT_PICTURES</c> names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("BOT_PICTURES") is { Length: > 0 } folder)
        {
            await _page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"teams-{name}.png"), Clip = new() { X = 0, Y = Bar, Width = Width, Height = Height - Bar } });
        }
    }
}
