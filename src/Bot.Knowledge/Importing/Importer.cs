using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Knowledge.Importing.Feeds;
using Bot.Knowledge.Importing.Fetching;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Importing;

/// <summary>Makes drafts in the knowledge folder of a page, a file, or the pages of a feed.</summary>
public sealed class Importer
{
    private readonly KnowledgeOptions _knowledge;
    private readonly ImportOptions _options;
    private readonly PageFetcher _fetcher;
    private readonly ArticleReader _reader;
    private readonly DraftMaker _maker;
    private readonly TimeProvider _time;

    internal Importer(IOptions<KnowledgeOptions> knowledge, IOptions<ImportOptions> options, PageFetcher fetcher, ArticleReader reader, TimeProvider time)
    {
        _knowledge = knowledge.Value;
        _options = options.Value;
        _fetcher = fetcher;
        _reader = reader;
        _maker = new(reader);
        _time = time;
    }

    /// <summary>Imports; what an entry of a feed lacks costs no other entry.</summary>
    /// <param name="request">What to import.</param>
    /// <param name="cancellationToken">Stops it; what was written stays.</param>
    public async IAsyncEnumerable<Imported> ImportAsync(ImportRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = new ImportFolder(_knowledge.Path, _reader);
        var (page, refused) = await TryAsync(() => OpenAsync(request.Source, cancellationToken));
        if (refused is not null)
        {
            yield return refused;
        }
        else if (!page!.IsFeed)
        {
            yield return await DraftAsync(page, null, request, folder, cancellationToken);
        }
        else
        {
            await foreach (var imported in FeedAsync(page, request, folder, cancellationToken))
            {
                yield return imported;
            }
        }
    }

    private async IAsyncEnumerable<Imported> FeedAsync(ImportedPage page, ImportRequest request, ImportFolder folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (feed, refused) = await TryAsync(() => Task.FromResult(FeedReader.Read(page)));
        if (feed is null)
        {
            yield return refused!;
            yield break;
        }

        var chosen = feed.Entries.Take(request.Most ?? _options.MostEntries).ToImmutableArray();
        yield return new Imported.FromFeed(feed.Title ?? page.Name, feed.Entries.Length, chosen.Length, Warning(page, feed));
        foreach (var entry in chosen)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (entryPage, entryRefused) = await TryAsync(() => OpenAsync(entry, page, cancellationToken));
            yield return entryPage is null ? entryRefused! : await DraftAsync(entryPage, entry, request with { Slug = null }, folder, cancellationToken);
        }
    }

    private string? Warning(ImportedPage page, Feed feed)
    {
        var newest = feed.Newest;
        return newest is null ? $"No entry of the feed '{page.Name}' is dated: whether it is stale cannot be told."
            : _time.GetUtcNow() - newest <= _options.StaleAfter ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"The feed '{page.Name}' is stale: its newest entry is of {newest:yyyy-MM-dd}. Look whether it moved, or raise {ImportOptions.Section}:{nameof(ImportOptions.StaleAfter)}.");
    }

    private async Task<ImportedPage> OpenAsync(string source, CancellationToken cancellationToken) => PageAddress.IsMeant(source)
        ? ImportedPage.Of(await _fetcher.FetchAsync(PageAddress.Parse(source), cancellationToken))
        : ImportedPage.Of(Path.GetFullPath(source), _knowledge.MaxFileBytes);

    // A feed is as little to be trusted as a page: it names addresses to ask, and no files.
    private async Task<ImportedPage> OpenAsync(FeedEntry entry, ImportedPage feed, CancellationToken cancellationToken) => entry.Link is { } link
        ? ImportedPage.Of(await _fetcher.FetchAsync(PageAddress.Check(link), cancellationToken))
        : throw new ImportException($"The entry '{entry.Title}' of '{feed.Name}' is not imported: it links to no page.", "Import its page by its address.");

    private async Task<Imported> DraftAsync(ImportedPage page, FeedEntry? entry, ImportRequest request, ImportFolder folder, CancellationToken cancellationToken)
    {
        var (draft, refused) = await TryAsync<Imported>(async () =>
        {
            if (page.IsFeed)
            {
                throw new ImportException($"'{page.Name}' is not imported: it is a feed within a feed.", "Import it by its own address.");
            }

            var article = _maker.Read(page, entry, cancellationToken);
            var file = DraftFile.For(folder.Root, article, request.Slug, folder.Files(cancellationToken));
            var (text, indexed) = _maker.Write(article, file.Slug, cancellationToken);
            if (!request.PreviewOnly)
            {
                await file.WriteAsync(text, cancellationToken);
                folder.Add(file.Path, indexed.Article);
            }

            var fate = request.PreviewOnly ? DraftFate.Previewed : file.Replaces ? DraftFate.Replaced : DraftFate.Created;
            return new Imported.Draft(ArticleFolder.NameOf(folder.Root, file.Path), indexed, fate, DraftMaker.Notes(page, article));
        });
        return draft ?? refused!;
    }

    private static async Task<(T? Done, Imported.Refused? Refused)> TryAsync<T>(Func<Task<T>> work)
        where T : class
    {
        try
        {
            return (await work(), null);
        }
        catch (ImportException error)
        {
            return (null, new(error.Message));
        }
    }
}
