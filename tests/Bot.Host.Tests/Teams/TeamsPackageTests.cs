using System.IO.Compression;
using System.Text.Json;
using Bot.Host.Teams;
using Microsoft.Extensions.Configuration;

namespace Bot.Host.Tests.Teams;

public sealed class TeamsPackageTests
{
    private const string App = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public void Holds_a_manifest_with_links_to_privacy_and_terms_and_two_pictures()
    {
        var path = Path.Combine(Path.GetTempPath(), $"bot-{Guid.NewGuid():N}.zip");
        try
        {
            var (code, said) = Run(("MicrosoftAppId", App), ("Web:PublicUrl", "https://bot.example.org/b/"), ("out", path), ("name", "Dam news"));
            Assert.Equal(0, code);
            Assert.StartsWith(path, said, StringComparison.Ordinal);
            using var zip = ZipFile.OpenRead(path);
            using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
            var root = manifest.RootElement;
            Assert.Equal(App, root.GetProperty("id").GetString());
            Assert.Equal(App, root.GetProperty("bots")[0].GetProperty("botId").GetString());
            Assert.Equal("https://bot.example.org/b/privacy", root.GetProperty("developer").GetProperty("privacyUrl").GetString());
            Assert.Equal("https://bot.example.org/b/terms", root.GetProperty("developer").GetProperty("termsOfUseUrl").GetString());
            Assert.Equal("Dam news", root.GetProperty("name").GetProperty("short").GetString());
            Assert.InRange(root.GetProperty("description").GetProperty("short").GetString()!.Length, 1, 80);
            Assert.Equal((192, 192), SizeOf(zip.GetEntry("color.png")!));
            Assert.Equal((32, 32), SizeOf(zip.GetEntry("outline.png")!));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Names_all_that_is_missing_at_once()
    {
        var (code, said) = Run(("Web:PublicUrl", "http://bot.example.org"), ("name", new string('x', 31)), ("developer", new string('y', 33)), ("version", "one"));
        Assert.Equal(2, code);
        Assert.Equal(["MicrosoftAppId", "Web:PublicUrl", "--name", "--developer", "--version"], said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("11111111222233334444555555555555", "1.0.0", "MicrosoftAppId")]
    [InlineData("{11111111-2222-3333-4444-555555555555}", "1.0.0", "MicrosoftAppId")]
    [InlineData(App, "1.0.0.1", "--version")]
    [InlineData(App, "01.0.0", "--version")]
    public void Takes_no_id_or_version_that_teams_would_not(string app, string version, string named)
    {
        var (code, said) = Run(("MicrosoftAppId", app), ("Web:PublicUrl", "https://bot.example.org"), ("version", version));
        Assert.Equal(2, code);
        Assert.StartsWith(named, said, StringComparison.Ordinal);
    }

    private static (int Code, string Said) Run(params (string Name, string Value)[] settings)
    {
        using var output = new StringWriter();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))).Build();
        return (TeamsPackage.Write(configuration, output, output), output.ToString());
    }

    private static (int Width, int Height) SizeOf(ZipArchiveEntry picture)
    {
        using var stream = picture.Open();
        var start = new byte[24];
        stream.ReadExactly(start);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(start, 1, 3));
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(20)));
    }
}
