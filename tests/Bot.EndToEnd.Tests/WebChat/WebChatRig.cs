using Bot.EndToEnd.Tests.DirectLine;
using Bot.EndToEnd.Tests.Peers;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests.WebChat;

/// <summary>Two hosts, of which one has a model, a site with Web Chat that they allow, and a browser: one for all tests.</summary>
[CollectionDefinition(nameof(WebChatRig))]
public sealed class WebChatRig : IAsyncLifetime, ICollectionFixture<WebChatRig>
{
    private ChatSite? _site;
    private ScriptedModel? _model;
    private HostProcess? _quoting;
    private HostProcess? _modelled;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal ScriptedModel Model => _model!;

    internal Uri Site => _site!.Address;

    /// <summary>The host without a model.</summary>
    internal Uri Host => _quoting!.Address;

    public async ValueTask InitializeAsync()
    {
        var (root, stop) = (RepositoryRoot.Find(), TestContext.Current.CancellationToken);
        if (!File.Exists(Programs.Chromium))
        {
            return;
        }

        _site = await ChatSite.StartAsync(stop);
        _model = await ScriptedModel.StartAsync(stop);
        var starting = (HostAsync(root, new Dictionary<string, string>(), stop), HostAsync(root, _model.Settings, stop));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Programs.Chromium, Args = ["--no-sandbox"] });
        _quoting = await starting.Item1;
        _modelled = await starting.Item2;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        foreach (var part in new IAsyncDisposable?[] { _quoting, _modelled, _model, _site })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }

    /// <summary>A page that talks with the quoting host, or is skipped with its test where something it needs is absent.</summary>
    internal Task<ChatPage> PageAsync(Uri? site = null) => PageAsync(() => _quoting!, site);

    /// <summary>A page that talks with the host that has a model.</summary>
    internal Task<ChatPage> ModelPageAsync() => PageAsync(() => _modelled!, site: null);

    /// <summary>What readers think of answers, as the quoting host recorded it.</summary>
    internal async Task<List<bool>> FeedbackAsync(string question)
    {
        await using var connection = new SqliteConnection($"Data Source={_quoting!.Record};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT f.Up FROM feedback f JOIN turns t ON t.Seq = f.Turn WHERE t.Text = $question ORDER BY f.Id";
        command.Parameters.AddWithValue("$question", question);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<bool>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add(rows.GetBoolean(0));
        }

        return found;
    }

    private async Task<ChatPage> PageAsync(Func<HostProcess> host, Uri? site)
    {
        Assert.SkipWhen(_browser is null, $"There is no browser at {Programs.Chromium}: install the package 'chromium'.");
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 900, Height = 800 } });
        return new(await context.NewPageAsync(), site ?? Site, host().Address);
    }

    private Task<HostProcess> HostAsync(string root, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken) => HostProcess.StartAsync(
        root,
        new Dictionary<string, string>(DirectLineRig.Generous.Concat(settings))
        {
            ["DirectLine__AllowedOrigins__0"] = Site.GetLeftPart(UriPartial.Authority),
            ["Knowledge__Path"] = Path.Combine(root, "tests", "Bot.EndToEnd.Tests", "WebChat", "Articles"),
        },
        cancellationToken);
}
