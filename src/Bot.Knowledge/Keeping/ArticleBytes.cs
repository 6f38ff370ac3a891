using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
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
    private readonly byte[] _bytes;
    private readonly int _start;

    private ArticleBytes(byte[] bytes, int start, int length) => (_bytes, _start, _from) = (bytes, start, new(new MemoryStream(bytes, start, length)));

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
        Slug = Text(),
        Title = Text(),
        Byline = Words(),
        Published = Moment(),
        Updated = Moment(),
        Source = Words() is { } address ? new Uri(address, UriKind.Absolute) : null,
        Language = TermPool.Of(Text()),
        Tags = Each(Text),
        Status = (ArticleStatus)Number(),
        PublishAt = Moment(),
        Display = (ArticleDisplay)Number(),
        Text = Text(),
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

    // A reader of streams puts a long text together from many short ones.
    private string Text()
    {
        var length = Number();
        var at = (int)_from.BaseStream.Position;
        _from.BaseStream.Position = at + length;
        return Encoding.UTF8.GetString(_bytes, _start + at, length);
    }

    private string? Words() => _from.ReadBoolean() ? Text() : null;

    private DateTimeOffset? Moment() => _from.ReadBoolean() ? new(_from.ReadInt64(), TimeSpan.FromMinutes(_from.ReadInt16())) : null;
}
