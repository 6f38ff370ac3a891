using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Knowledge.Keeping;

/// <summary>Writes an article as it was read, split and analysed, so that none of this need be done again. <see cref="ArticleBytes"/> reads it.</summary>
internal sealed class ArticleWriter(BinaryWriter to)
{
    // Half a pair of surrogates has no bytes in UTF-8: such an article is rather read anew than changed.
    private static readonly UTF8Encoding Exact = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of an article; <see langword="null"/> when its text has no exact ones.</summary>
    public static byte[]? Write(KeptPlace place, IndexedSentences sentences, IReadOnlyList<Passage> passages)
    {
        try
        {
            using var bytes = new MemoryStream();
            using (var writer = new BinaryWriter(bytes, Exact))
            {
                new ArticleWriter(writer).WriteAll(place, sentences, passages);
            }

            return bytes.ToArray();
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private void WriteAll(KeptPlace place, IndexedSentences sentences, IReadOnlyList<Passage> passages)
    {
        Number(place.Ordinal);
        Number(place.Count);
        Number(sentences.Number);
        WriteArticle(sentences.Article);
        Each(passages, WritePassage);
        Number(sentences.TitleLength);
        Each(sentences.Runs, run =>
        {
            Number(run.Passage.Id.Ordinal - 1);
            Number(run.First);
            Number(run.Length);
            Number(run.HeadingLength);
            to.Write(run.Continues);
        });
        Each([.. Enumerable.Range(0, sentences.Count).Select(sentences.Length)], Number);
    }

    private void WriteArticle(Article article)
    {
        to.Write(article.Slug);
        to.Write(article.Title);
        Words(article.Byline);
        Moment(article.Published);
        Moment(article.Updated);
        Words(article.Source?.OriginalString);
        to.Write(article.Language);
        Each(article.Tags, to.Write);
        Number((int)article.Status);
        Moment(article.PublishAt);
        Number((int)article.Display);
        to.Write(article.Text);
        Each(article.Blocks, block =>
        {
            Number((int)block.Kind);
            Span(block.Span);
            Number(block.Level);
            Each(block.Parts, Span);
            to.Write(block.HasHeader);
            Words(block.Credit);
            Words(block.Attribution);
        });
        Each(article.Inlines, inline =>
        {
            Number((int)inline.Kind);
            Span(inline.Span);
            Words(inline.Target);
        });
    }

    private void WritePassage(Passage passage)
    {
        Number((int)passage.Kind);
        Span(passage.Span);
        Each(passage.Sentences, Span);
        Words(passage.Heading);
        Words(passage.TableHeader);
        Words(passage.Credit);
        Words(passage.Attribution);
    }

    private void Each<T>(IReadOnlyList<T> things, Action<T> write)
    {
        Number(things.Count);
        foreach (var thing in things)
        {
            write(thing);
        }
    }

    private void Number(int number) => to.Write7BitEncodedInt(number);

    private void Span(TextSpan span)
    {
        Number(span.Start);
        Number(span.Length);
    }

    private void Words(string? words)
    {
        to.Write(words is not null);
        if (words is not null)
        {
            to.Write(words);
        }
    }

    private void Moment(DateTimeOffset? moment)
    {
        to.Write(moment is not null);
        if (moment is { } known)
        {
            to.Write(known.Ticks);
            to.Write((short)known.TotalOffsetMinutes);
        }
    }
}
