using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Reading.Blocks;

/// <summary>An article's canonical text and the structure beside it.</summary>
internal sealed record ArticleBody(string Text, ImmutableArray<Block> Blocks, ImmutableArray<Inline> Inlines);
