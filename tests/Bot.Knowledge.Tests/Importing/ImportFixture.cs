using System.Net;
using System.Net.Sockets;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Importing.Fetching;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Tests.Reading;

namespace Bot.Knowledge.Tests.Importing;

/// <summary>An importer over a folder of one test. Of this machine only 127.0.0.1 may be asked; everything else is as it ships.</summary>
internal sealed class ImportFixture : IDisposable
{
    private readonly PageFetcher _fetcher;

    public ImportFixture(Action<ImportOptions>? configure = null, IHostResolver? resolver = null, bool onlyPublic = false, TimeProvider? time = null)
    {
        configure?.Invoke(Options);
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        _fetcher = new(options, resolver ?? new Hosts(), address => PublicInternet.Has(address) || (!onlyPublic && address.Equals(IPAddress.Loopback)), TimeProvider.System);
        Reader = new(Microsoft.Extensions.Options.Options.Create(Folder.Options), LanguageGuess.Of);
        Importer = new(Microsoft.Extensions.Options.Options.Create(Folder.Options), options, _fetcher, Reader, time ?? TimeProvider.System);
    }

    public ImportOptions Options { get; } = new();

    public ReadingFolder Folder { get; } = new();

    public ArticleReader Reader { get; }

    public Importer Importer { get; }

    public async Task<List<Imported>> ImportAsync(ImportRequest request) =>
        await Importer.ImportAsync(request, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    public async Task<Imported.Draft> DraftAsync(Uri address) =>
        Assert.IsType<Imported.Draft>(Assert.Single(await ImportAsync(new(address.OriginalString))));

    public async Task<string> RefusalAsync(string address) =>
        Assert.IsType<Imported.Refused>(Assert.Single(await ImportAsync(new(address)))).Reason;

    public string Written(Imported.Draft draft) => File.ReadAllText(Path.Combine(Folder.Root, draft.File));

    public void Dispose()
    {
        _fetcher.Dispose();
        Folder.Dispose();
    }
}

/// <summary>A directory of hosts in memory; a name may mean one address after the other.</summary>
internal sealed class Hosts : IHostResolver
{
    private readonly Dictionary<string, Queue<string[]>> _hosts = [];

    public List<string> Asked { get; } = [];

    public Hosts Add(string host, params string[][] addresses)
    {
        _hosts[host] = new(addresses);
        return this;
    }

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Asked.Add(host);
        if (!_hosts.TryGetValue(host, out var turns))
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var now = turns.Count > 1 ? turns.Dequeue() : turns.Peek();
        return Task.FromResult<IPAddress[]>([.. now.Select(IPAddress.Parse)]);
    }
}
