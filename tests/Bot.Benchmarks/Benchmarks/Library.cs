using Bot.Benchmarks.Data;
using Bot.Benchmarks.Growth;
using Bot.Knowledge.Serving;

namespace Bot.Benchmarks.Benchmarks;

/// <summary>A folder of made-up articles for one benchmark, and Bot over it.</summary>
internal sealed class Library : IAsyncDisposable
{
    public const int Articles = 1_000;

    private const int Paragraphs = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("bot-benchmark-").FullName;

    private Library(int articles)
    {
        ArticleFolder.Write(_folder, articles, Paragraphs);
        Served = new(_folder, index: null);
    }

    public ServedArticles Served { get; }

    public KnowledgeSnapshot Snapshot => field ??= Served.Knowledge.Acquire();

    /// <summary>Bare Lucene.Net over the same sentences.</summary>
    public BareIndex Bare { get; } = new(path: null);

    public static async Task<Library> OpenAsync(int articles = Articles)
    {
        var library = new Library(articles);
        await library.Served.Knowledge.OpenAsync(watch: false, CancellationToken.None);
        library.Bare.Add(library.Snapshot.Articles.Values.Select(article => BareIndex.Rows(article.Passages)), everything: false);
        return library;
    }

    public async ValueTask DisposeAsync()
    {
        Bare.Dispose();
        Snapshot.Dispose();
        await Served.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
