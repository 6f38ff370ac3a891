using System.Net.Http.Json;
using System.Text.Json;
using Bot.EndToEnd.Tests.Peers;

namespace Bot.EndToEnd.Tests.DirectLine;

/// <summary>A host that quotes, and clients of it: one for all tests of a class.</summary>
public sealed class DirectLineRig : IAsyncLifetime
{
    /// <summary>Settings that let one address ask everything.</summary>
    internal static readonly Dictionary<string, string> Generous = new()
    {
        ["DirectLine__ConversationsPerMinute"] = "1000",
        ["DirectLine__ActivitiesPerMinute"] = "1000",
        ["Web__RequestsPerMinute"] = "100000",
        ["Turns__PerAsker"] = "1000",
    };

    private HostWithin? _host;
    private string? _missing;

    internal Uri Address => _host!.Address;

    private static string Folder => Path.Combine(RepositoryRoot.Find(), "tests", "Bot.EndToEnd.Tests", "Peers", "DirectLine");

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        _missing = await NpmPeer.InstallAsync(Folder, stop);
        _host = _missing is null ? await HostWithin.StartAsync(RepositoryRoot.Find(), Generous, stop) : null;
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Skips the test where something it needs is absent.</summary>
    internal void Require() => Assert.SkipWhen(_missing is not null, _missing ?? "");

    /// <summary>Installs the client, or skips the test where that cannot be.</summary>
    internal static async Task InstallAsync()
    {
        var missing = await NpmPeer.InstallAsync(Folder, TestContext.Current.CancellationToken);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }

    /// <summary>Begins a conversation as a page does, which asks for a token first.</summary>
    /// <param name="address">Where the client finds the host.</param>
    /// <param name="webSocket">Whether it listens by WebSocket; else it polls.</param>
    /// <param name="times">How much faster than usual it waits.</param>
    internal static async Task<DirectLineClient> BeginAsync(Uri address, bool webSocket = true, int times = 1)
    {
        var client = await ConnectAsync(address, await TokenAsync(address), conversationId: null, webSocket, times);
        await client.MessageAsync(heard => !heard.IsMine);
        return client;
    }

    /// <summary>Comes back to a conversation.</summary>
    internal static Task<DirectLineClient> ComeBackAsync(Uri address, string token, string conversationId) => ConnectAsync(address, token, conversationId, webSocket: true, times: 1);

    private static Task<DirectLineClient> ConnectAsync(Uri address, string token, string? conversationId, bool webSocket, int times) =>
        DirectLineClient.StartAsync(Folder, new { domain = new Uri(address, "/v3/directline"), token, conversationId, webSocket, times, pollingInterval = 200 });

    private static async Task<string> TokenAsync(Uri address)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsync(new Uri(address, "/v3/directline/tokens/generate"), content: null, TestContext.Current.CancellationToken);
        var given = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return given.GetProperty("token").GetString()!;
    }
}
