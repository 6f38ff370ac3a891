using Bot.Knowledge.Reading.Files;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>One kind of file that holds articles.</summary>
internal interface IArticleFormat
{
    /// <summary>The largest file it takes, in bytes.</summary>
    int MaxBytes { get; }

    /// <summary>
    /// Reads a file. What it cannot read it adds to <paramref name="problems"/> or throws as <see cref="UnreadableException"/>.
    /// </summary>
    IEnumerable<ArticleDraft> Read(ArticleSource source, ProblemList problems, CancellationToken cancellationToken);
}
