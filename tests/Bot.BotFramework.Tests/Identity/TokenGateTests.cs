using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.BotFramework.Tests.Serving;
using Microsoft.IdentityModel.Tokens;

namespace Bot.BotFramework.Tests.Identity;

public sealed class TokenGateTests(TokenGateTests.SharedBot shared) : IClassFixture<TokenGateTests.SharedBot>, IAsyncLifetime
{
    private const string Government = "cab8a31a-1906-4287-a0d8-4eef66b95f6e";
    private const string Microsoft = "d6d49420-f39b-4df7-a1dc-d59a935871db";

    private static readonly Dictionary<string, (int Status, Func<RunningBot, Task<HttpResponseMessage>> Send)> Cases = new()
    {
        ["a valid token"] = (202, bot => bot.SendAsync(bot.Teams())),
        ["a valid token for an invoke"] = (200, bot => bot.SendAsync(With(bot.Teams("invoke"), "name", "message/submitAction"))),
        ["a token that is used again"] = (202, async bot =>
        {
            var token = bot.Channel.Sign(bot.Claims());
            using var first = await bot.SendAsync(bot.Teams(), token);
            return await bot.SendAsync(bot.Teams(id: "2"), token);
        }
        ),
        ["no header"] = (401, bot => bot.SendTextAsync(JsonSerializer.Serialize(bot.Teams()), null)),
        ["another scheme"] = (401, bot => bot.SendTextAsync(JsonSerializer.Serialize(bot.Teams()), bot.Channel.Sign(bot.Claims()), "Basic")),
        ["garbage"] = (401, bot => bot.SendAsync(bot.Teams(), "garbage")),
        ["three dots of nothing"] = (401, bot => bot.SendAsync(bot.Teams(), "..")),
        ["a token of a megabyte's beginning"] = (401, bot => bot.SendAsync(bot.Teams(), new string('a', 17_000))),
        ["a wrong issuer"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "iss", "https://evil.example")))),
        ["no issuer"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(Without(bot.Claims(), "iss")))),
        ["the government's issuer on the public cloud"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "iss", "https://api.botframework.us")))),
        ["China's issuer on the public cloud"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "iss", "https://api.botframework.azure.cn")))),
        ["the issuer with a slash"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "iss", "https://api.botframework.com/")))),
        ["the scheme in small letters"] = (202, bot => bot.SendTextAsync(JsonSerializer.Serialize(bot.Teams()), bot.Channel.Sign(bot.Claims()), "bearer")),
        ["two audiences, the bot among them"] = (202, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "aud", new[] { "x", RunningBot.AppId })))),
        ["no key's name"] = (401, bot => bot.SendAsync(bot.Teams(), Issuer.Sign(bot.Claims(), new SigningCredentials(new RsaSecurityKey(bot.Channel.Key), SecurityAlgorithms.RsaSha256)))),
        ["another channel's endorsement alone"] = (401, bot =>
        {
            var key = RSA.Create(2048);
            bot.Channel.Publish(key, "slack", ["slack"]);
            return bot.SendAsync(bot.Teams(), bot.Channel.Sign(bot.Claims(), key: key, kid: "slack"));
        }
        ),
        ["a wrong audience"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "aud", "99999999-2222-3333-4444-555555555555")))),
        ["no audience"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(Without(bot.Claims(), "aud")))),
        ["an unknown key"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(bot.Claims(), key: RSA.Create(2048), kid: "unknown"))),
        ["a known key's name over another key"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(bot.Claims(), key: RSA.Create(2048)))),
        ["no algorithm"] = (401, bot => bot.SendAsync(bot.Teams(), Issuer.Unsigned(bot.Claims(), bot.Channel.Kid))),
        ["HS256 over the public key"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Confused(bot.Claims()))),
        ["HS256 over a dummy secret"] = (401, bot => bot.SendAsync(bot.Teams(), Issuer.Sign(bot.Claims(), new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes("dummy-secret-key-dummy-secret-key")), SecurityAlgorithms.HmacSha256)))),
        ["RS384"] = (202, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(bot.Claims(), SecurityAlgorithms.RsaSha384))),
        ["RS512"] = (202, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(bot.Claims(), SecurityAlgorithms.RsaSha512))),
        ["PS256"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(bot.Claims(), SecurityAlgorithms.RsaSsaPssSha256))),
        ["a bad signature"] = (401, bot => bot.SendAsync(bot.Teams(), Tampered(bot.Channel.Sign(bot.Claims())))),
        ["expired ten minutes ago"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "exp", In(-10))))),
        ["expired two minutes ago"] = (202, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(With(bot.Claims(), "nbf", In(-60)), "exp", In(-2))))),
        ["not valid for another ten minutes"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "nbf", In(10))))),
        ["no expiry"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(Without(bot.Claims(), "exp")))),
        ["another service's address"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "serviceurl", "https://smba.trafficmanager.net/teams/")))),
        ["no service address"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(Without(bot.Claims(), "serviceurl")))),
        ["a service address in other letters"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "serviceurl", bot.Connector.ServiceUrl.Replace("connector", "Connector", StringComparison.Ordinal))))),
        ["a service address without its slash"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "serviceurl", bot.Connector.ServiceUrl.TrimEnd('/'))))),
        ["a service address that is no text"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "serviceurl", 7)))),
        ["a channel the key may not sign for"] = (401, bot => bot.SendAsync(With(bot.Teams(), "channelId", "slack"))),
        ["a key that may sign for no channel"] = (401, bot =>
        {
            var key = RSA.Create(2048);
            bot.Channel.Publish(key, "bare", null);
            return bot.SendAsync(bot.Teams(), bot.Channel.Sign(bot.Claims(), key: key, kid: "bare"));
        }
        ),
        ["a key that came after we looked"] = (202, async bot =>
        {
            using var before = await bot.SendAsync(bot.Teams());
            bot.Channel.Rotate("msteams");
            return await bot.SendAsync(bot.Teams(id: "2"));
        }
        ),
        ["a key that was taken back"] = (401, async bot =>
        {
            var old = bot.Channel.Sign(bot.Claims());
            using var before = await bot.SendAsync(bot.Teams());
            bot.Channel.Rotate("msteams");
            using var after = await bot.SendAsync(bot.Teams(id: "2"));
            return await bot.SendAsync(bot.Teams(id: "3"), old);
        }
        ),
        ["keys that cannot be fetched"] = (401, bot =>
        {
            bot.Channel.Broken = true;
            return bot.SendAsync(bot.Teams());
        }
        ),
        ["an Entra token of our own application"] = (202, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(Entra(bot, RunningBot.Tenant)))),
        ["an Entra token in the newer form"] = (202, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(
            With(With(With(Without(Entra(bot, RunningBot.Tenant), "appid"), "ver", "2.0"), "azp", RunningBot.AppId), "iss", $"https://login.microsoftonline.com/{RunningBot.Tenant}/v2.0")))),
        ["an Entra token of Microsoft's tenant"] = (202, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(Entra(bot, Microsoft)))),
        ["an Entra token of Microsoft's second tenant"] = (202, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(Entra(bot, "f8cdef31-a31e-4b4a-93e4-5f571e91255a")))),
        ["an Entra token of Microsoft's third tenant in the newer form"] = (202, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(
            With(With(With(Without(Entra(bot, "69e9b82d-4842-4902-8d1e-abc5b98a55e8"), "appid"), "ver", "2.0"), "azp", RunningBot.AppId), "iss", "https://login.microsoftonline.com/69e9b82d-4842-4902-8d1e-abc5b98a55e8/v2.0")))),
        ["an Entra token of the government's tenant on the public cloud"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(Entra(bot, Government)))),
        ["an Entra token of an unknown tenant"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(Entra(bot, "12121212-bbbb-cccc-dddd-eeeeeeeeeeee")))),
        ["an Entra token of another application"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(With(Entra(bot, Microsoft), "appid", "99999999-2222-3333-4444-555555555555")))),
        ["an Entra token whose tenant is not its issuer's"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(With(Entra(bot, Microsoft), "tid", RunningBot.Tenant)))),
        ["an Entra token without an application"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(Without(Entra(bot, Microsoft), "appid")))),
        ["an Entra token with the channels' key"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Channel.Sign(Entra(bot, Microsoft)))),
        ["a channel's token with Entra's key"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(bot.Claims()))),
        ["an Entra token for another audience"] = (401, bot => bot.SendAsync(bot.Teams(), bot.Entra.Sign(With(Entra(bot, Microsoft), "aud", "https://api.botframework.com")))),
        ["an Entra token and a service address that is no channel's"] = (401, bot => bot.SendAsync(With(bot.Teams(), "serviceUrl", "https://evil.example/"), bot.Entra.Sign(Without(Entra(bot, Microsoft), "serviceurl")))),
        ["no JSON"] = (400, bot => bot.SendTextAsync("{", bot.Channel.Sign(bot.Claims()))),
        ["no JSON and no token"] = (401, bot => bot.SendTextAsync("{", null)),
        ["an empty object"] = (400, bot => bot.SendTextAsync("{}", bot.Channel.Sign(bot.Claims()))),
        ["null"] = (400, bot => bot.SendTextAsync("null", bot.Channel.Sign(bot.Claims()))),
        ["no type"] = (400, bot => bot.SendAsync(With(bot.Teams(), "type", null!))),
        ["a list"] = (400, bot => bot.SendTextAsync("[]", bot.Channel.Sign(bot.Claims()))),
        ["no address of the service"] = (400, bot => bot.SendAsync(With(bot.Teams(), "serviceUrl", null!))),
        ["GET"] = (405, bot => bot.Client.GetAsync("/api/messages")),
        ["PUT"] = (405, bot => bot.Client.PutAsync("/api/messages", new StringContent("{}", Encoding.UTF8, "application/json"))),
        ["no channel"] = (400, bot => bot.SendAsync(With(bot.Teams(), "channelId", null!))),
        ["no conversation"] = (400, bot => bot.SendAsync(With(bot.Teams(), "conversation", null!))),
        ["nobody who says it"] = (400, bot => bot.SendAsync(With(bot.Teams(), "from", null!))),
        ["text that is a number"] = (400, bot => bot.SendAsync(With(bot.Teams(), "text", 5))),
        ["an invoke that is not ours"] = (501, bot => bot.SendAsync(With(bot.Teams("invoke"), "name", "composeExtension/query"))),
        ["a kind of activity from the future"] = (200, bot => bot.SendAsync(bot.Teams("hologram"))),
    };

    // They change the keys, or what is known of them.
    private static readonly HashSet<string> Alone =
        ["an unknown key", "another channel's endorsement alone", "a key that may sign for no channel", "a key that came after we looked", "a key that was taken back", "keys that cannot be fetched"];

    private RunningBot? _own;

    public static TheoryData<string> Names => [.. Cases.Keys];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, MemberData(nameof(Names))]
    public async Task Answers_with_the_right_status(string name)
    {
        var (status, send) = Cases[name];
        using var response = await send(Alone.Contains(name) ? await OwnAsync() : shared.Bot);
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 401)
        {
            Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Empty(response.Headers.WwwAuthenticate);
        }
    }

    [Fact]
    public async Task Takes_the_governments_tokens_and_no_public_ones_on_the_governments_cloud()
    {
        await using var bot = await RunningBot.StartAsync(("BotFramework:Cloud", "UsGovernment"));
        using var government = await bot.SendAsync(bot.Teams(), bot.Channel.Sign(With(bot.Claims(), "iss", "https://api.botframework.us")));
        using var entra = await bot.SendAsync(bot.Teams(id: "2"), bot.Entra.Sign(Entra(bot, Government)));
        using var elsewhere = await bot.SendAsync(bot.Teams(id: "3"));
        using var elsewhereToo = await bot.SendAsync(bot.Teams(id: "4"), bot.Entra.Sign(Entra(bot, Microsoft)));
        Assert.Equal(
            [HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized],
            [government.StatusCode, entra.StatusCode, elsewhere.StatusCode, elsewhereToo.StatusCode]);
    }

    [Fact]
    public async Task Lets_none_of_a_thousand_tampered_tokens_in()
    {
        var random = new Random(20261122);
        var bot = shared.Bot;
        var token = bot.Channel.Sign(bot.Claims());
        using var valid = await bot.SendAsync(bot.Teams());
        Assert.Equal(HttpStatusCode.Accepted, valid.StatusCode);
        var body = JsonSerializer.Serialize(bot.Teams());
        for (var number = 0; number < 1_000; number++)
        {
            var tampered = Tamper(token, random);
            using var response = await bot.SendTextAsync(body, tampered);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{response.StatusCode} for {tampered}");
        }
    }

    [Fact]
    public async Task Looks_for_fresh_keys_once_however_many_tokens_name_invented_ones()
    {
        var bot = await OwnAsync();
        using var first = await bot.SendAsync(bot.Teams());
        for (var number = 0; number < 20; number++)
        {
            using var refused = await bot.SendAsync(bot.Teams(), bot.Channel.Sign(bot.Claims(), kid: $"invented-{number}"));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        Assert.Equal(2, bot.Channel.Fetches);
    }

    private async Task<RunningBot> OwnAsync() => _own = await RunningBot.StartAsync();

    internal static Dictionary<string, T> With<T>(Dictionary<string, T> claims, string name, T value)
    {
        claims[name] = value;
        return claims;
    }

    private static Dictionary<string, object> Without(Dictionary<string, object> claims, string name)
    {
        claims.Remove(name);
        return claims;
    }

    private static Dictionary<string, object> Entra(RunningBot bot, string tenant) =>
        With(With(With(With(bot.Claims(), "iss", $"https://sts.windows.net/{tenant}/"), "tid", tenant), "appid", RunningBot.AppId), "ver", "1.0");

    private static long In(int minutes) => TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();

    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("1", "2", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}";
    }

    private static string Tamper(string token, Random random)
    {
        while (true)
        {
            var signs = new StringBuilder(token);
            switch (random.Next(4))
            {
                case 0:
                    // Bits within the last sign of a part may be padding: only others are changed.
                    var at = random.Next(signs.Length - 1);
                    signs[at] = signs[at] == 'A' ? 'B' : signs[at] == '.' ? 'A' : 'A';
                    break;
                case 1:
                    signs.Remove(random.Next(signs.Length - 12), random.Next(1, 11));
                    break;
                case 2:
                    signs.Insert(random.Next(signs.Length), "AbC-_0.="[random.Next(8)]);
                    break;
                default:
                    var parts = token.Split('.');
                    var part = random.Next(2);
                    var bytes = Base64UrlEncoder.DecodeBytes(parts[part]);
                    bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
                    parts[part] = Base64UrlEncoder.Encode(bytes);
                    return string.Join('.', parts);
            }

            if (signs.ToString() is var changed && changed != token && !changed.EndsWith(token, StringComparison.Ordinal) && Decoded(changed) != Decoded(token))
            {
                return changed;
            }
        }
    }

    // Other letters that stand for the same bytes are no other token.
    private static string Decoded(string token)
    {
        var parts = token.Split('.');
        try
        {
            return parts.Length == 3 ? $"{parts[0]}.{parts[1]}.{Convert.ToHexString(Base64UrlEncoder.DecodeBytes(parts[2]))}" : token;
        }
        catch (FormatException)
        {
            return token;
        }
    }

    /// <summary>One bot for all cases that leave it as it was.</summary>
    public sealed class SharedBot : IAsyncLifetime
    {
        internal RunningBot Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await RunningBot.StartAsync();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }
}
