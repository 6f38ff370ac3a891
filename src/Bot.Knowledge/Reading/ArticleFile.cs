using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Reading;

/// <summary>What reading one file gave.</summary>
/// <param name="File">The file, as a path below the knowledge folder with <c>/</c> between its parts.</param>
/// <param name="Articles">Its articles: at most one, unless it is a <c>.jsonl</c> file.</param>
/// <param name="Problems">What could not be read.</param>
public sealed record ArticleFile(string File, ImmutableArray<Article> Articles, ImmutableArray<ArticleProblem> Problems);
