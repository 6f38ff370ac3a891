using System.Collections.Immutable;
using Bot.Knowledge.Reading;

namespace Bot.Knowledge.Serving;

/// <summary>A file as it was read last.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Stamp">Its stamp before it was read; <see langword="null"/> when it must be read again whatever its stamp.</param>
/// <param name="Hash">SHA-256 of its bytes before it was read; <see langword="null"/> when they could not be read.</param>
/// <param name="Reading">Its problems and its articles: those it gave before when a broken edit hides them.</param>
/// <param name="Articles">The same articles with their passages.</param>
/// <param name="Key">Names all that its articles depend on; <see langword="null"/> when they are not all that it holds, or are of before.</param>
internal sealed record KnownFile(string Path, FileStamp? Stamp, string? Hash, ArticleFile Reading, ImmutableArray<IndexedArticle> Articles, string? Key);
