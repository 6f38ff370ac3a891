using Bot.BotFramework.Identity;
using Microsoft.Extensions.Options;

namespace Bot.BotFramework.Tests.Identity;

public sealed class SettingsTests
{
    [Fact]
    public void Names_all_faults_at_once()
    {
        var failures = Validate(
            new() { MicrosoftAppType = "Single", MicrosoftAppId = "bot", MicrosoftAppTenantId = "x" },
            new() { Cloud = "Moon", AllowAnonymousLoopback = true, LoginUrl = "http://login.example", AllowedCallers = ["me"], ServiceHosts = ["https://x/"] });

        Assert.Equal(
            ["MicrosoftAppType", "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "BotFramework:Cloud", "BotFramework:AllowAnonymousLoopback", "BotFramework:LoginUrl", "BotFramework:AllowedCallers", "BotFramework:ServiceHosts"],
            failures.Select(failure => failure.Split(' ')[0]));
    }

    [Theory]
    [InlineData("SingleTenant", "p", "contoso.com", 0)]
    [InlineData("singletenant", "p", RunningTenant, 0)]
    [InlineData("MultiTenant", "p", null, 0)]
    [InlineData("UserAssignedMSI", null, RunningTenant, 0)]
    [InlineData("UserAssignedMSI", "p", RunningTenant, 1)]
    [InlineData("SingleTenant", "", "", 2)]
    public void Takes_what_operators_of_the_SDK_know(string type, string? password, string? tenant, int failures) =>
        Assert.Equal(failures, Validate(new() { MicrosoftAppType = type, MicrosoftAppId = Serving.RunningBot.AppId, MicrosoftAppPassword = password, MicrosoftAppTenantId = tenant }, new()).Length);

    [Fact]
    public void Is_content_with_nothing_at_all() => Assert.Empty(Validate(new() { MicrosoftAppId = "", MicrosoftAppPassword = "" }, new()));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/", true)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://evil.example/?smba.trafficmanager.net", false)]
    [InlineData("https://own.example/", true)]
    [InlineData("https://a.below.example/", true)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("ftp://own.example/", false)]
    [InlineData("nothing", false)]
    [InlineData(null, false)]
    public void Sends_the_bots_token_to_listed_hosts_only(string? url, bool may) =>
        Assert.Equal(may, new ServiceHosts(Options.Create<BotFrameworkOptions>(new() { ServiceHosts = ["own.example", ".below.example"] })).MayGetToken(url));

    private const string RunningTenant = Serving.RunningBot.Tenant;

    private static string[] Validate(MicrosoftAppOptions app, BotFrameworkOptions options) =>
        [.. new BotFrameworkValidator(Options.Create(app)).Validate(null, options).Failures ?? []];
}
