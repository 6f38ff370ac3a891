using System.Text.Json;
using Bot.EndToEnd.Tests.Peers;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>A host that quotes, on a Discord by others: one for all tests of a class.</summary>
public sealed class DiscordRig : IAsyncLifetime
{
    private const int Command = 2;
    private const int Component = 3;
    private const int Autocomplete = 4;
    private const int Modal = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("bot-end-to-end-").FullName;
    private string? _missing;
    private DiscordTwin? _twin;
    private RecordingProxy? _proxy;
    private HostWithin? _host;

    internal DiscordTwin Twin => _twin!;

    internal RecordingProxy Proxy => _proxy!;

    internal Uri Page => _host!.Address;

    internal string Bot => Twin.Self.GetProperty("bot").GetString()!;

    /// <summary>Where the twin and its packages are.</summary>
    internal static readonly string Folder = Path.Combine(RepositoryRoot.Find(), "tests", "Bot.EndToEnd.Tests", "Peers", "Discord");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _missing = await NpmPeer.InstallAsync(Folder, Stop);
        if (_missing is not null)
        {
            return;
        }

        try
        {
            _twin = await DiscordTwin.StartAsync(Folder, Path.Combine(_folder, "twin.db"), Stop);
            _proxy = await RecordingProxy.StartAsync(new(Twin.Self.GetProperty("api").GetString()!));
            _host = await HostWithin.StartAsync(RepositoryRoot.Find(), Settings(), Stop);
            await Proxy.WhenAsync(exchange => exchange is { Method: "PUT", Status: 200 }, Stop);
            await SetAsync("channel", new { type = 1, name = "allow", options = new[] { new { type = 7, name = "channel", value = Channel("news") } } });
            await SetAsync("threads", new { type = 5, name = "on", value = true });
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_host?.DisposeAsync() ?? default);
        var faults = _proxy is null ? [] : await _proxy.FaultsAsync();
        await (_proxy?.DisposeAsync() ?? default);
        await (_twin?.DisposeAsync() ?? default);
        Directory.Delete(_folder, recursive: true);
        Assert.Empty(faults);
    }

    /// <summary>Skips the test where something it needs is absent.</summary>
    internal void Require() => Assert.SkipWhen(_missing is not null, _missing ?? "");

    internal string Channel(string name) => Twin.Self.GetProperty("channels").GetProperty(name).GetString()!;

    internal string User(string name) => Twin.Self.GetProperty("users").GetProperty(name).GetString()!;

    /// <summary>Somebody asks by <c>/ask</c>.</summary>
    internal Task<Deed> AskAsync(string user, string channel, string question) => UseAsync(user, channel, "ask", new { type = 3, name = "question", value = question });

    /// <summary>The bot's reply to a message.</summary>
    internal Task<Exchange> ReplyToAsync(string message, Func<string, bool>? like = null) =>
        Proxy.WhenAsync(
            exchange => exchange is { Method: "POST", Status: 200 }
                && exchange.Path.EndsWith("/messages", StringComparison.Ordinal)
                && exchange.Json.TryGetProperty("message_reference", out var to)
                && to.GetProperty("message_id").GetString() == message
                && like?.Invoke(exchange.Json.GetProperty("content").GetString()!) != false,
            Stop);

    /// <summary>The latest reply to a message that is still there.</summary>
    internal async Task<string> AnswerToAsync(string channel, string message) =>
        (await MessagesAsync(Channel(channel)))
            .Last(said => said.TryGetProperty("message_reference", out var to) && to.ValueKind == JsonValueKind.Object && to.GetProperty("message_id").GetString() == message)
            .Id();

    /// <summary>Somebody uses a command.</summary>
    internal Task<Deed> UseAsync(string user, string channel, string command, params object[] options) =>
        InteractAsync(Command, user, channel, null, new { id = "1", type = 1, name = command, options });

    /// <summary>Somebody chooses a command from a message's menu.</summary>
    internal Task<Deed> UseOnAsync(string user, string channel, string command, JsonElement message) =>
        InteractAsync(Command, user, channel, null, new
        {
            id = "1",
            type = 3,
            name = command,
            target_id = message.GetProperty("id").GetString(),
            resolved = new { messages = new Dictionary<string, JsonElement> { [message.GetProperty("id").GetString()!] = message } },
        });

    /// <summary>Somebody types an option.</summary>
    internal Task<Deed> TypeAsync(string user, string channel, string command, params object[] options) =>
        InteractAsync(Autocomplete, user, channel, null, new { id = "1", type = 1, name = command, options });

    /// <summary>Somebody presses a button.</summary>
    internal Task<Deed> PressAsync(string user, string channel, string message, string customId) =>
        InteractAsync(Component, user, channel, message, new { custom_id = customId, component_type = 2 });

    /// <summary>Somebody fills in a form.</summary>
    internal Task<Deed> WriteAsync(string user, string channel, string? message, JsonElement form, string words)
    {
        var label = form.GetProperty("components")[0];
        return InteractAsync(Modal, user, channel, message, new
        {
            custom_id = form.GetProperty("custom_id").GetString(),
            components = new[] { new { type = 18, id = 1, component = new { type = 4, id = 2, custom_id = label.GetProperty("component").GetProperty("custom_id").GetString(), value = words } } },
        });
    }

    /// <summary>Somebody writes a message.</summary>
    internal async Task<string> SayAsync(string user, string channel, string content) =>
        (await Twin.DoAsync("say", new { user = User(user), channel = Channel(channel), content })).GetProperty("id").GetString()!;

    /// <summary>The messages of a channel now.</summary>
    internal async Task<JsonElement[]> MessagesAsync(string channel) => [.. (await Twin.DoAsync("messages", new { channel })).EnumerateArray()];

    private async Task<Deed> InteractAsync(int type, string user, string channel, string? message, object data)
    {
        var begun = await Twin.DoAsync("interact", new { type, user = User(user), channel = Channel(channel), message, data });
        return new(this, begun.GetProperty("id").GetString()!, begun.GetProperty("token").GetString()!);
    }

    // Who manages the guild lets the bot answer publicly in a channel, and open threads there.
    private async Task SetAsync(string setting, object option) =>
        await (await UseAsync("anna", "news", "settings", new { type = setting == "threads" ? 1 : 2, name = setting, options = new[] { option } })).ResponseAsync();

    private Dictionary<string, string> Settings() => new()
    {
        ["Discord__Token"] = Twin.Self.GetProperty("token").GetString()!,
        ["Discord__ApiUrl"] = Proxy.ApiUrl,
        ["Discord__AcknowledgeWithin"] = "00:00:10",
        ["Turns__PerAsker"] = "1000",
        ["Turns__PerConversation"] = "1000",
        ["Web__PublicUrl"] = "https://bot.example.org",
    };
}

/// <summary>An interaction that somebody began.</summary>
internal sealed class Deed(DiscordRig rig, string id, string token)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>How it was acknowledged: the body of the first response.</summary>
    public async Task<JsonElement> ResponseAsync() =>
        (await rig.Proxy.WhenAsync(exchange => exchange.Path == $"/interactions/{id}/{token}/callback", Stop)).Json;

    /// <summary>What the reader sees in the end: of the first response when that is it, else of the edited one or of a follow-up.</summary>
    public async Task<JsonElement> AnswerAsync()
    {
        var response = await ResponseAsync();
        return response.GetProperty("type").GetInt32() == 4
            ? response.GetProperty("data")
            : (await rig.Proxy.WhenAsync(IsAnswer, Stop)).Json;
    }

    /// <summary>The message with the answer.</summary>
    public async Task<string> MessageAsync() => (await rig.Twin.DoAsync("response", new { interaction = id })).GetProperty("messageId").GetString()!;

    // Progress has no buttons, and follow-ups are never progress.
    private bool IsAnswer(Exchange exchange) =>
        exchange is { Method: "POST" } && exchange.Path.EndsWith($"/{token}", StringComparison.Ordinal)
        || (exchange is { Method: "PATCH" } && exchange.Path.EndsWith($"/{token}/messages/@original", StringComparison.Ordinal) && exchange.Json.GetProperty("components").GetArrayLength() > 0);
}
