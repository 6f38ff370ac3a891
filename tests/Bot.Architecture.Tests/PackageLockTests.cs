using System.Text.Json;

namespace Bot.Architecture.Tests;

/// <summary>What npm installs for the reader's page.</summary>
public sealed class PackageLockTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "src", "Bot.Host");

    // Its bundle has within it all that it needs. "npm install" adds hundreds of packages that nothing uses: take them out again.
    [Fact]
    public void Web_chat_is_all_that_is_installed_and_it_is_known_by_its_bytes()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "package-lock.json")));

        var packages = document.RootElement.GetProperty("packages").EnumerateObject().ToDictionary(package => package.Name, package => package.Value);

        Assert.Equal(["", "node_modules/botframework-webchat"], packages.Keys);
        Assert.StartsWith("sha512-", packages["node_modules/botframework-webchat"].GetProperty("integrity").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Bot.Host/package-lock.json")]
    [InlineData("src/Bot.Host/package.json")]
    [InlineData("src/Bot.Host/.npmrc")]
    [InlineData("tests/Bot.Host.Soak/echo-bot/package-lock.json")]
    [InlineData("tests/Bot.Host.Soak/echo-bot/package.json")]
    [InlineData("tests/Bot.Host.Soak/echo-bot/.npmrc")]
    public void No_registry_is_named(string file)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, file));

        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("resolved\":", text, StringComparison.Ordinal);
    }
}
