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

    /// <summary>The articles that readers may see at a moment.</summary>
    public OpenArticles OpenAt(DateTimeOffset moment) => _content.OpenAt(moment);

    /// <summary>Whether articles use a word, as it is written or in another form.</summary>
    /// <param name="word">The word, folded as <see cref="Languages.FoldedText"/> does.</param>
    /// <param name="term">The word as <see cref="Languages.TextAnalysis"/> gives it.</param>
    /// <param name="asked">Which articles; its text does not matter.</param>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public bool Uses(string word, string term, PassageQuery asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return Open().Uses(word, term, asked);
    }

    /// <summary>The words that are written almost as one is, to be looked through: they begin with its letter and are about as long.</summary>
    /// <param name="word">The word, folded, not empty.</param>
    /// <param name="most">By how many letters their lengths may differ.</param>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public IReadOnlySet<string> WrittenLike(string word, int most)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        return Open().WrittenLike(word, most);
    }

    /// <summary>How often articles use a word as it is written.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="asked">Which articles; its text does not matter.</param>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    public int CountWritten(string word, PassageQuery asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return Open().CountWritten(word, asked);
    }

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
