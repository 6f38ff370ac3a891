using System.Collections.Immutable;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Tests.Serving;

/// <summary>A knowledge folder of its own, and the knowledge base over it.</summary>
internal sealed class KnowledgeFolder : IAsyncDisposable
{
    /// <summary>Bytes that are text in no encoding the reader takes.</summary>
    public static readonly byte[] Broken = [0x5A, 0xC3, 0x28, 0x0A];

    public KnowledgeFolder(TimeProvider? time = null, ILogger<KnowledgeBase>? logger = null)
    {
        Path = Directory.CreateTempSubdirectory("bot-knowledge-").FullName;
        Knowledge = Over(Path, time, logger);
    }

    public string Path { get; }

    public KnowledgeBase Knowledge { get; }

    public static KnowledgeBase Over(string path, TimeProvider? time = null, ILogger<KnowledgeBase>? logger = null)
    {
        var options = Options.Create(new KnowledgeOptions { Path = path });
        return new(options, new ArticleReader(options, LanguageGuess.Of), time ?? TimeProvider.System, logger ?? NullLogger<KnowledgeBase>.Instance);
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public KnowledgeFolder Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return this;
    }

    public KnowledgeFolder Break(string name)
    {
        System.IO.File.WriteAllBytes(File(name), Broken);
        return this;
    }

    public KnowledgeFolder Delete(string name)
    {
        System.IO.File.Delete(File(name));
        return this;
    }

    public Task RefreshAsync() => Knowledge.RefreshAsync(TestContext.Current.CancellationToken);

    /// <summary>The texts a reader would find now.</summary>
    public ImmutableArray<string> Found(string query)
    {
        using var snapshot = Knowledge.Acquire();
        return Found(snapshot, query);
    }

    public static ImmutableArray<string> Found(KnowledgeSnapshot snapshot, string query) =>
        [.. snapshot.Search(new PassageQuery(query), TestContext.Current.CancellationToken).Select(hit => hit.Text)];

    public async ValueTask DisposeAsync()
    {
        await Knowledge.DisposeAsync();
        Directory.Delete(Path, recursive: true);
    }
}
