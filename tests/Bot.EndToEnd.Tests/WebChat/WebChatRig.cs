using Bot.EndToEnd.Tests.DirectLine;
using Bot.EndToEnd.Tests.Peers;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests.WebChat;

/// <summary>Two hosts, of which one has a model, and a site with Web Chat that they allow: one for all tests.</summary>
[CollectionDefinition(nameof(WebChatRig))]
public sealed class WebChatRig(ReadersPage page) : IAsyncLifetime, ICollectionFixture<WebChatRig>
{
    private ChatSite? _site;
    private ScriptedModel? _model;
    private HostWithin? _quoting;
    private HostWithin? _modelled;
    private IBrowserContext? _context;

    internal ScriptedModel Model => _model!;

    internal Uri Site => _site!.Address;

    /// <summary>The host without a model.</summary>
    internal Uri Host => _quoting!.Address;

    public async ValueTask InitializeAsync()
    {
        var (root, stop) = (RepositoryRoot.Find(), TestContext.Current.CancellationToken);
        if (page.Browser is null)
        {
            return;
        }

        _site = await ChatSite.StartAsync(stop);
        _model = await ScriptedModel.StartAsync(stop);
        var starting = (HostAsync(root, new Dictionary<string, string>(), stop), HostAsync(root, _model.Settings, stop));
        _context = await page.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 900, Height = 800 } });
        _quoting = await starting.Item1;
        _modelled = await starting.Item2;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _context, _quoting, _modelled, _model, _site })
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

    private async Task<ChatPage> PageAsync(Func<HostWithin> host, Uri? site)
    {
        Assert.SkipWhen(_context is null, $"There is no browser at {Programs.Chromium}: install the package 'chromium'.");

        // One context for all: what Web Chat is compiled to is then kept from test to test. The site keeps nothing, so that each tab has a chat of its own.
        return new(await _context.NewPageAsync(), site ?? Site, host().Address);
    }

    private Task<HostWithin> HostAsync(string root, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken) => HostWithin.StartAsync(
        root,
        new Dictionary<string, string>(DirectLineRig.Generous.Concat(settings))
        {
            ["DirectLine__AllowedOrigins__0"] = Site.GetLeftPart(UriPartial.Authority),
            ["Knowledge__Path"] = Path.Combine(root, "tests", "Bot.EndToEnd.Tests", "WebChat", "Articles"),
        },
        cancellationToken);
}
