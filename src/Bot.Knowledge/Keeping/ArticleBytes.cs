using System.Buffers.Binary;
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
internal ref struct ArticleBytes
{
    private ReadOnlySpan<byte> _rest;

    private ArticleBytes(ReadOnlySpan<byte> bytes) => _rest = bytes;

    private delegate T Reading<out T>(ref ArticleBytes from);

    /// <summary>The article, its place in its file, and its sentences as the index has them.</summary>
    public static (KeptPlace Place, IndexedArticle Article, IndexedSentences Sentences) Read(string key, ReadOnlySpan<byte> bytes)
    {
        var from = new ArticleBytes(bytes);
        var place = new KeptPlace(key, from.Number(), from.Number());
        var number = from.Number();
        var article = from.ReadArticle();
        var passages = new Passage[from.Number()];
        for (var at = 0; at < passages.Length; at++)
        {
            passages[at] = from.ReadPassage(article, at + 1);
        }

        var titleLength = from.Number();
        var runs = new PassageRun[from.Number()];
        for (var at = 0; at < runs.Length; at++)
        {
            runs[at] = new(passages[from.Number()], from.Number(), from.Number(), from.Number(), from.Flag());
        }

        var lengths = new int[from.Number()];
        for (var at = 0; at < lengths.Length; at++)
        {
            lengths[at] = from.Number();
        }

        return (place, new(article, ImmutableCollectionsMarshal.AsImmutableArray(passages)), new(number, article, titleLength, runs, lengths));
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
        Tags = Each(static (ref from) => from.Text()),
        Status = (ArticleStatus)Number(),
        PublishAt = Moment(),
        Display = (ArticleDisplay)Number(),
        Text = Text(),
        Blocks = Each(static (ref from) => new Block((BlockKind)from.Number(), from.Span())
        {
            Level = from.Number(),
            Parts = from.Spans(),
            HasHeader = from.Flag(),
            Credit = from.Words(),
            Attribution = from.Words(),
        }),
        Inlines = Each(static (ref from) => new Inline((InlineKind)from.Number(), from.Span(), from.Words())),
    };

    private Passage ReadPassage(Article article, int ordinal) => new(article, ordinal, (PassageKind)Number(), Span(), Spans())
    {
        Heading = Words(),
        TableHeader = Words(),
        Credit = Words(),
        Attribution = Words(),
    };

    private ImmutableArray<TextSpan> Spans() => Each(static (ref from) => from.Span());

    private ImmutableArray<T> Each<T>(Reading<T> read)
    {
        var count = Number();
        if (count == 0)
        {
            return [];
        }

        var things = new T[count];
        for (var at = 0; at < count; at++)
        {
            things[at] = read(ref this);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(things);
    }

    // As a binary writer writes it: seven bits a byte, the lowest first.
    private int Number()
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Take(1)[0];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }

    private bool Flag() => Take(1)[0] != 0;

    private TextSpan Span()
    {
        var start = Number();
        return new(start, start + Number());
    }

    private string Text() => Encoding.UTF8.GetString(Take(Number()));

    private string? Words() => Flag() ? Text() : null;

    private DateTimeOffset? Moment() => Flag()
        ? new(BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long))), TimeSpan.FromMinutes(BinaryPrimitives.ReadInt16LittleEndian(Take(sizeof(short)))))
        : null;

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
