using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Search;

/// <summary>Which articles a search may find.</summary>
internal readonly struct AskedBlocks
{
    private readonly bool[]? _open;
    private readonly HashSet<int>? _named;

    private AskedBlocks(bool[]? open, HashSet<int>? named) => (_open, _named) = (open, named);

    public bool Has(int block) => _open?[block] != false && _named?.Contains(block) != false;

    /// <summary>Whether it may find articles of a language; of many articles it is taken to.</summary>
    public bool MayHave(string language, ArticleBlock[] blocks) =>
        _named?.Any(block => block >= 0 && blocks[block].Sentences.Article.Language == language) != false;

    /// <summary>Tells it for the articles of one view; most questions ask the same ones as the question before.</summary>
    internal sealed class Register
    {
        private readonly ArticleBlock[] _blocks;
        private readonly Lazy<Dictionary<string, int>> _bySlug;
        private Open? _last;

        public Register(ArticleBlock[] blocks)
        {
            _blocks = blocks;
            _bySlug = new(() => Enumerable.Range(0, blocks.Length).ToDictionary(block => blocks[block].Sentences.Article.Slug, StringComparer.Ordinal));
        }

        public AskedBlocks For(PassageQuery query) => new(
            query.PublicAt is { } moment ? OpenAt(moment) : null,
            query.Articles?.Select(slug => _bySlug.Value.GetValueOrDefault(slug, -1)).ToHashSet());

        private bool[] OpenAt(DateTimeOffset moment)
        {
            var last = Volatile.Read(ref _last);
            if (last?.Period.Has(moment) != true)
            {
                last = new(
                    PublicPeriod.Around(moment, _blocks.Select(block => block.Sentences.Article)),
                    Array.ConvertAll(_blocks, block => block.Sentences.Article.IsPublicAt(moment)));
                Volatile.Write(ref _last, last);
            }

            return last.Blocks;
        }

        private sealed record Open(PublicPeriod Period, bool[] Blocks);
    }
}
