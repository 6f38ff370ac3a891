using System.Net.Http.Json;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests.Desk;

/// <summary>A host with a desk, and with articles and prompts of its own, which editors change.</summary>
public class DeskHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-desk-").FullName;
    private HostProcess? _host;

    /// <summary>Where editors reach it.</summary>
    internal Uri Address => _host!.Address;

    public virtual ValueTask InitializeAsync() => StartAsync(new Dictionary<string, string>());

    /// <summary>Starts it with more settings.</summary>
    protected async ValueTask StartAsync(IReadOnlyDictionary<string, string> more)
    {
        foreach (var name in new[] { "knowledge", "prompts" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find(), name), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(_folder, Path.GetRelativePath(RepositoryRoot.Find(), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        _host = await HostProcess.StartAsync(
            _folder,
            new Dictionary<string, string>(more) { ["Desk__Enabled"] = "true", ["Web__RequestsPerMinute"] = "100000" },
            TestContext.Current.CancellationToken);
    }

    /// <summary>A file below its folder.</summary>
    internal string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>A reader's question, which the record keeps.</summary>
    internal async Task AskAsync(string question, string article)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var response = await client.PostAsJsonAsync("/api/ask", new { question, article }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>An editor who has opened the desk.</summary>
    internal async Task<Reader> EditorAsync(ReadersPage page, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var editor = await page.EditorAsync(Address, width, height, scheme);
        await editor.Page.GotoAsync("/desk");
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Name = "Question and answer" })).ToBeVisibleAsync();
        return editor;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _host!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
