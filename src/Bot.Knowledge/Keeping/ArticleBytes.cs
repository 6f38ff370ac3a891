using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Knowledge.Keeping;

/// <summary>Reads what <see cref="ArticleWriter"/> wrote. Whole by then: the index checks its bytes before any of them is read.</summary>
internal sealed class ArticleBytes : IDisposable
{
    private readonly BinaryReader _from;

    private ArticleBytes(byte[] bytes, int start, int length) => _from = new(new MemoryStream(bytes, start, length));

    /// <summary>The article, its place in its file, and its sentences as the index has them.</summary>
    public static (KeptPlace Place, IndexedArticle Article, IndexedSentences Sentences) Read(string key, byte[] bytes, int start, int length)
    {
        using var reader = new ArticleBytes(bytes, start, length);
        return reader.ReadAll(key);
    }

    public void Dispose() => _from.Dispose();

    private (KeptPlace Place, IndexedArticle Article, IndexedSentences Sentences) ReadAll(string key)
    {
        var place = new KeptPlace(key, Number(), Number());
        var number = Number();
        var article = ReadArticle();
        var ordinal = 0;
        var passages = Each(() => ReadPassage(article, ++ordinal));
        var titleLength = Number();
        var runs = Each(() => new PassageRun(passages[Number()], Number(), Number(), Number(), _from.ReadBoolean()));
        var lengths = Each(Number);
        return (place, new(article, passages), new(number, article, titleLength, ImmutableCollectionsMarshal.AsArray(runs)!, ImmutableCollectionsMarshal.AsArray(lengths)!));
    }

    private Article ReadArticle() => new()
    {
        Slug = _from.ReadString(),
        Title = _from.ReadString(),
        Byline = Words(),
        Published = Moment(),
        Updated = Moment(),
        Source = Words() is { } address ? new Uri(address, UriKind.Absolute) : null,
        Language = TermPool.Of(_from.ReadString()),
        Tags = Each(_from.ReadString),
        Status = (ArticleStatus)Number(),
        PublishAt = Moment(),
        Display = (ArticleDisplay)Number(),
        Text = _from.ReadString(),
        Blocks = Each(() => new Block((BlockKind)Number(), Span())
        {
            Level = Number(),
            Parts = Each(Span),
            HasHeader = _from.ReadBoolean(),
            Credit = Words(),
            Attribution = Words(),
        }),
        Inlines = Each(() => new Inline((InlineKind)Number(), Span(), Words())),
    };

    private Passage ReadPassage(Article article, int ordinal) => new(article, ordinal, (PassageKind)Number(), Span(), Each(Span))
    {
        Heading = Words(),
        TableHeader = Words(),
        Credit = Words(),
        Attribution = Words(),
    };

    private ImmutableArray<T> Each<T>(Func<T> read)
    {
        var count = Number();
        if (count == 0)
        {
            return [];
        }

        var things = new T[count];
        for (var at = 0; at < count; at++)
        {
            things[at] = read();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(things);
    }

    private int Number() => _from.Read7BitEncodedInt();

    private TextSpan Span()
    {
        var start = Number();
        return new(start, start + Number());
    }

    private string? Words() => _from.ReadBoolean() ? _from.ReadString() : null;

    private DateTimeOffset? Moment() => _from.ReadBoolean() ? new(_from.ReadInt64(), TimeSpan.FromMinutes(_from.ReadInt16())) : null;
}
