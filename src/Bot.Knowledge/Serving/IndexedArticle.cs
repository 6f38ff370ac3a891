using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Knowledge.Serving;

/// <summary>An article with the passages it was split into.</summary>
/// <param name="Article">The article.</param>
/// <param name="Passages">Its passages, in order; each refers to <paramref name="Article"/>.</param>
public sealed record IndexedArticle(Article Article, ImmutableArray<Passage> Passages);
