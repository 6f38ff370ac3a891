using Bot.EndToEnd.Tests.Peers;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests.Playground;

/// <summary>A host, Agents Playground as Teams before it, and its page in the browser: one for all tests of a class.</summary>
public abstract class PlaygroundRig(ReadersPage readers) : IAsyncLifetime
{
    private string? _missing;
    private HostWithin? _host;
    private PlaygroundProcess? _playground;
    private IBrowserContext? _context;

    internal PlaygroundClient Client { get; private set; } = null!;

    internal ChatPage Chat { get; private set; } = null!;

    /// <summary>The host's record.</summary>
    internal Record Record => new(_host!.Record);

    /// <summary>The model that the host asks; <see langword="null"/> for none.</summary>
    internal ScriptedModel? Model { get; private set; }

    private protected virtual Task<ScriptedModel?> ModelAsync(CancellationToken cancellationToken) => Task.FromResult<ScriptedModel?>(null);

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        var root = RepositoryRoot.Find();
        var peer = Path.Combine(root, "tests", "Bot.EndToEnd.Tests", "Peers", "Playground");
        _missing = readers.Browser is not null
            ? await NpmPeer.InstallAsync(peer, stop)
            : $"There is no browser at {Programs.Chromium}: install the package 'chromium'.";
        if (_missing is not null)
        {
            return;
        }

        try
        {
            await StartAsync(root, peer, stop);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task StartAsync(string root, string peer, CancellationToken stop)
    {
        _host = await HostWithin.StartAsync(root, await SettingsAsync(stop), stop);
        _playground = await PlaygroundProcess.StartAsync(peer, _host.Address, stop);
        Client = await PlaygroundClient.ConnectAsync(_playground.Address, stop);
        _context = await readers.Browser!.NewContextAsync(new() { ViewportSize = new() { Width = ChatPage.Width, Height = ChatPage.Height } });
        Chat = await ChatPage.OpenAsync(await _context.NewPageAsync(), _playground.Address, Client, stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _context, Client, _playground, _host, Model })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test where something it needs is absent.</summary>
    internal void Require() => Assert.SkipWhen(_missing is not null, _missing ?? "");

    private async Task<Dictionary<string, string>> SettingsAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> settings = new()
        {
            ["BotFramework__AllowAnonymousLoopback"] = "true",
            ["Web__PublicUrl"] = "http://bot.example.org",
            ["Turns__PerConversation"] = "1000",
            ["Turns__PerAsker"] = "1000",
        };
        Model = await ModelAsync(cancellationToken);
        foreach (var (name, value) in Model?.Settings ?? [])
        {
            settings[name] = value;
        }

        if (Model is not null)
        {
            settings["Answering__Passages"] = "40";
        }

        return settings;
    }
}
