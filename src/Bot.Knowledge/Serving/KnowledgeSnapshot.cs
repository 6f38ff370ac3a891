using System.Collections.Immutable;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Search;

namespace Bot.Knowledge.Serving;

/// <summary>
/// The knowledge at one moment: articles, passages and what a search finds all agree, however the files change meanwhile. Dispose it when
/// the question is answered; then the index it was taken from can go.
/// </summary>
public sealed class KnowledgeSnapshot : IDisposable
{
    private readonly SnapshotContent _content;
    private int _released;

    /// <summary>Takes over one hold of the content's view.</summary>
    internal KnowledgeSnapshot(SnapshotContent content) => _content = content;

    /// <summary>Counts the changes since the start, from 1.</summary>
    public long Version => _content.Version;

    /// <summary>All articles by slug in ordinal order, drafts and withdrawn ones too.</summary>
    public IReadOnlyDictionary<string, IndexedArticle> Articles => _content.Articles;

    /// <summary>What could not be read, by file.</summary>
    public ImmutableArray<ArticleProblem> Problems => _content.Problems;

    /// <summary>
    /// The sentences that have words of the query, best first; equally good ones by slug and place. Headings are not among them.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> asked for it.</exception>
    public ImmutableArray<SearchHit> Search(PassageQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Open().Search(query, cancellationToken);
    }

    /// <summary>
    /// How telling a term is: its inverse document frequency over the sentences of its language, more than 0; an unknown one's is the
    /// highest.
    /// </summary>
    /// <param name="language">A lower-case BCP 47 primary subtag.</param>
    /// <param name="term">As <see cref="Languages.TextAnalysis"/> gives it.</param>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public double InverseDocumentFrequency(string language, string term) => Open().InverseDocumentFrequency(language, term);

    /// <summary>Lets go of it; again does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            _content.View.Release();
        }
    }

    /// <summary>The index it searches.</summary>
    internal PassageView View => _content.View;

    private PassageView Open()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _released) != 0, this);
        return _content.View;
    }
}
