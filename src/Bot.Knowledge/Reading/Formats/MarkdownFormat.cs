using Bot.Knowledge.Reading.Files;

namespace Bot.Knowledge.Reading.Formats;

internal sealed class MarkdownFormat(KnowledgeOptions options) : IArticleFormat
{
    public int MaxBytes => options.MaxFileBytes;

    public IEnumerable<ArticleDraft> Read(ArticleSource source, ProblemList problems, CancellationToken cancellationToken) => throw new NotSupportedException();
}
