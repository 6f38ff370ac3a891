using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Host.Serving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;

namespace Bot.Fuzz.Targets;

/// <summary>The host with every channel that strangers reach, on a port and in a folder of its own, without a network.</summary>
internal sealed class FuzzedHost : WebApplicationFactory<WebOptions>, ILoggerProvider
{
    private const string Blank = "\r\n\r\n";
    private const string Interactions = "POST /discord/interactions";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-fuzz-");
    private readonly Key _key = Key.Import(SignatureAlgorithm.Ed25519, [.. Enumerable.Range(1, 32).Select(number => (byte)number)], KeyBlobFormat.RawPrivateKey);

    public FuzzedHost()
    {
        var knowledge = Directory.CreateDirectory(Path.Combine(_folder.FullName, "knowledge")).FullName;
        File.WriteAllText(Path.Combine(knowledge, "tram.md"), "---\ntitle: A tram opens\nlanguage: en\n---\nLine 1 runs for 11.4 kilometres. It has 17 stops.\n");
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        using var client = new HttpClient { BaseAddress = Address };
        using var generated = client.PostAsync("/v3/directline/tokens/generate", null).GetAwaiter().GetResult();
        var begun = generated.Content.ReadFromJsonAsync<JsonElement>().GetAwaiter().GetResult();
        (Token, Conversation) = (begun.GetProperty("token").GetString()!, begun.GetProperty("conversationId").GetString()!);
    }

    public Uri Address { get; }

    /// <summary>A reader's token.</summary>
    public string Token { get; }

    public string Conversation { get; }

    /// <summary>What was logged as an error.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>The request with the right length, one connection, and where it is Discord's to be, the right signature: else no mutation would be read.</summary>
    public byte[] Completed(byte[] request)
    {
        var text = Encoding.Latin1.GetString(request);
        var end = text.IndexOf(Blank, StringComparison.Ordinal);
        if (end < 0)
        {
            return request;
        }

        var (head, body) = (text[..end], text[(end + Blank.Length)..]);
        head += "\r\nConnection: close";
        if (head.StartsWith(Interactions, StringComparison.Ordinal))
        {
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var signature = SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.ASCII.GetBytes(now), .. Encoding.Latin1.GetBytes(body)]);
            head += $"\r\nX-Signature-Timestamp: {now}\r\nX-Signature-Ed25519: {Convert.ToHexStringLower(signature)}";
        }

        if (body.Length > 0 && !head.Contains("Content-Length", StringComparison.OrdinalIgnoreCase) && !head.Contains("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
        {
            head += $"\r\nContent-Length: {body.Length}";
        }

        return Encoding.Latin1.GetBytes(head + Blank + body);
    }

    public ILogger CreateLogger(string categoryName) => new ErrorLog(Errors);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(_folder.FullName);
        foreach (var (name, value) in Settings())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(this));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Knowledge:Path"] = Path.Combine(_folder.FullName, "knowledge"),
        ["Records:Path"] = Path.Combine(_folder.FullName, "record.db"),
        ["Records:Within"] = "00:00:20",
        ["Turns:PerAsker"] = "100000",
        ["Turns:PerConversation"] = "100000",
        ["Turns:Everybody"] = "1000000",
        ["Web:RequestsPerMinute"] = "1000000",
        ["DirectLine:ConversationsPerMinute"] = "1000000",
        ["DirectLine:ActivitiesPerMinute"] = "1000000",
        ["DirectLine:TokenLife"] = "1.00:00:00",
        ["BotFramework:AllowAnonymousLoopback"] = "true",
        ["Discord:PublicKey"] = Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)),
        ["Discord:ApplicationId"] = "123456789012345678",
        ["Discord:ApiUrl"] = "http://127.0.0.1:9/api/v10",
        ["Desk:Enabled"] = "true",
        ["Desk:Key"] = "a-key-of-more-than-twenty-four",
    };

    private sealed class ErrorLog(ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                errors.Enqueue($"{formatter(state, exception)}\n{exception}");
            }
        }
    }
}
