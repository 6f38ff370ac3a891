using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Term = Bot.Knowledge.Languages.Term;

namespace Bot.Knowledge.Search;

/// <summary>The words of the articles as they are written, which tell a mistyped word of a question. The index holds them: nothing is read for it.</summary>
internal static class WrittenWords
{
    // Nobody mistypes a longer one, and a script without spaces has whole clauses for words.
    private const int Longest = 48;

    /// <summary>The words of an article, as often as it has them.</summary>
    public static ImmutableArray<Term> Of(Article article)
    {
        var text = FoldedText.Of($"{article.Title}\n{article.Text}");
        var words = ImmutableArray.CreateBuilder<Term>();
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range);
            if (word.Length is > 0 and <= Longest)
            {
                words.Add(new(TermPool.Of(word), default));
            }
        }

        return words.DrainToImmutable();
    }

    /// <summary>The words that begin as a word does and are about as long; some may be of articles that are gone.</summary>
    public static IReadOnlySet<string> Like(DirectoryReader reader, string word, int most)
    {
        var first = new BytesRef(word[..1]);
        var letters = new CharsRef(Longest);
        HashSet<string> like = new(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(IndexFields.Written)?.GetEnumerator() is not { } terms || terms.SeekCeil(first) == TermsEnum.SeekStatus.END)
            {
                continue;
            }

            for (var more = true; more && StringHelper.StartsWith(terms.Term, first); more = terms.MoveNext())
            {
                UnicodeUtil.UTF8toUTF16(terms.Term, letters);
                if (Math.Abs(letters.Length - word.Length) <= most)
                {
                    like.Add(letters.ToString());
                }
            }
        }

        return like;
    }
}
