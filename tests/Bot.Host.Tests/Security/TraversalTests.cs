namespace Bot.Host.Tests.Security;

/// <summary>Addresses that lead out of where files are. Nothing is served from a disk by its path: these tests keep it so.</summary>
public sealed class TraversalTests
{
    private static readonly string[] Ways =
        ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "....//", "..;/", "..%252f", "%c0%ae%c0%ae/", "/", "%2f", "..%00/", "./"];

    private static readonly string[] Roots = ["/articles/", "/assets/", "/c/", "/desk/", "/embed?article=", "/api/answers/", "/"];

    private static readonly string[] Targets = ["secret.md", "data/record.db", "data/record.db.key", "knowledge/bridge.md", "prompts/answer/skprompt.txt", "etc/passwd", "appsettings.json"];

    [Fact]
    public async Task Lead_nowhere_from_any_page()
    {
        using var folder = HostFolder.New();
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "secret.md"), "---\ntitle: S\n---\nroot:x:0 is secret.", TestContext.Current.CancellationToken);
        await using var host = RunningHost.StartIn(folder, ("Web:RequestsPerMinute", "100000"), ("Desk:Enabled", "true"), ("Web:EmbedOrigins:0", "https://news.example.org"));
        var key = await File.ReadAllTextAsync(folder.Record + ".key", host.Stop);
        foreach (var path in Paths())
        {
            var response = await RawRequest.GetAsync(host, path);

            Assert.Matches("^HTTP/1.1 (4[0-9]{2}|30[1278]) ", response);
            Assert.DoesNotContain("root:x:0", response, StringComparison.Ordinal);
            Assert.DoesNotContain("SQLite format", response, StringComparison.Ordinal);
            Assert.DoesNotContain(key, response, StringComparison.Ordinal);
            Assert.DoesNotContain("The old road bridge", response, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Paths() =>
        from root in Roots
        from way in Ways
        from target in Targets.Take(root is "/articles/" or "/assets/" ? Targets.Length : 2)
        where root != "/" || way.Contains('.', StringComparison.Ordinal)
        select $"{root}{way}{way}{target}";
}
