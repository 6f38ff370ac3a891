using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Security;

/// <summary>What nobody is told: keys, tokens, and in logs what readers wrote.</summary>
public sealed class SecretTests
{
    private const string DeskKey = "desk-key-of-more-than-twenty-four";
    private const string ModelKey = "sk-model-key-that-is-secret";
    private const string Password = "bot-password-that-is-secret";
    private const string Words = "zanzibar-quagmire";
    private const string Conversation = "conversation-that-nobody-guesses";

    private static readonly string RecordKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task Are_in_no_response_and_in_no_log_however_much_is_logged()
    {
        await using var host = RunningHost.Start(
            ("Desk:Enabled", "true"),
            ("Desk:Key", DeskKey),
            ("Model:Endpoint", "http://127.0.0.1:9/v1"),
            ("Model:Name", "none"),
            ("Model:ApiKey", ModelKey),
            ("Model:MaxRetries", "0"),
            ("Model:RewriteTimeout", "00:00:01"),
            ("MicrosoftAppId", "6d1f3a52-9a44-4a6e-9a0b-0d4a3ad5e5aa"),
            ("MicrosoftAppPassword", Password),
            ("MicrosoftAppTenantId", "2b7a3c1e-6a0b-4bb1-8d39-0c7f6f9a7d11"),
            ("BotFramework:ChannelMetadata", "http://127.0.0.1:9/metadata"),
            ("BotFramework:EntraMetadata", "http://127.0.0.1:9/metadata"),
            ("Records:Key", RecordKey));
        var (said, tokens) = await UseAsync(host);

        string[] secrets = [DeskKey, ModelKey, Password, RecordKey];
        Assert.All(said, response => Assert.All(secrets, secret => Assert.DoesNotContain(secret, response, StringComparison.Ordinal)));
        var logged = host.Log.Lines.Where(line => line.Level > LogLevel.Trace).Select(line => line.Line).ToArray();
        Assert.NotEmpty(logged);
        foreach (var line in logged)
        {
            Assert.All([.. secrets, .. tokens, Conversation, Words], secret => Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Health_says_what_is_missing_and_nothing_else()
    {
        await using var host = RunningHost.Start(("Records:Key", RecordKey), ("Model:Endpoint", "http://127.0.0.1:9/v1"), ("Model:Name", "none"), ("Model:ApiKey", ModelKey));

        using var ready = await host.Client.GetAsync("/health/ready", host.Stop);

        var state = await host.ReadAsync(ready);
        Assert.All(state.EnumerateObject(), field => Assert.True(field.Value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Object, field.Name));
        var text = state.GetRawText();
        Assert.All([ModelKey, RecordKey, host.Folder.Root, "127.0.0.1", "record.db"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static async Task<(List<string> Said, string[] Tokens)> UseAsync(RunningHost host)
    {
        List<string> said = [];
        said.Add(await BodyAsync(host, await host.AskAsync(new { question = $"What will {Words} repairs cost?", conversation = Conversation })));
        said.Add(await BodyAsync(host, await host.AskAsync(new { question = $"And who paid for {Words}?", conversation = Conversation })));
        said.Add(await BodyAsync(host, await host.AskAsync(new { question = Words, article = Words })));
        said.Add(await PostAsync(host, "/ask", $"question=What+about+{Words}", "application/x-www-form-urlencoded"));
        said.Add(await PostAsync(host, "/desk/key", $"key={DeskKey}x", "application/x-www-form-urlencoded"));
        said.Add(await PostAsync(host, "/desk/key", $"key={DeskKey}", "application/x-www-form-urlencoded"));
        said.Add(await PostAsync(host, "/api/forget", $$"""{"conversation":"{{Conversation}}"}""", "application/json"));
        said.Add(await PostAsync(host, "/api/messages", $$"""{"type":"message","text":"{{Words}}"}""", "application/json", "eyJhbGciOiJub25lIn0.e30."));
        using var begun = await host.Client.PostAsync("/v3/directline/tokens/generate", null, host.Stop);
        var begins = await host.ReadAsync(begun);
        var token = begins.GetProperty("token").GetString()!;
        said.Add(await PostAsync(host, $"/v3/directline/conversations/{begins.GetProperty("conversationId").GetString()}/activities", $$"""{"type":"message","text":"Who is {{Words}}?"}""", "application/json", token));
        foreach (var path in new[] { "/", $"/?q={Words}", "/articles/bridge", $"/articles/{Words}", $"/c/{Words}", "/desk", "/health/ready", "/health/live", "/openapi/v1.json", "/privacy", "/api/answers/none" })
        {
            said.Add(await BodyAsync(host, await host.Client.GetAsync(path, host.Stop)));
        }

        return (said, [token, token.Split('.')[2]]);
    }

    private static async Task<string> PostAsync(RunningHost host, string path, string body, string type, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        return await BodyAsync(host, await host.Client.SendAsync(request, host.Stop));
    }

    private static async Task<string> BodyAsync(RunningHost host, HttpResponseMessage response)
    {
        using (response)
        {
            return $"{response.Headers}{await response.Content.ReadAsStringAsync(host.Stop)}";
        }
    }
}
