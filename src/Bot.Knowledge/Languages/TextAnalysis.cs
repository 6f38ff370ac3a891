using System.Collections.Immutable;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Knowledge.Languages;

/// <summary>Turns text into the terms that are searched for and compared: the same way for articles and questions.</summary>
public static class TextAnalysis
{
    // Of a word with content, the spaces and small words around it counted in.
    private const int UsualLength = 8;

    /// <summary>
    /// The terms of a text: lower case, without the language's stop words, stemmed, diacritics folded. Safe to call from many threads.
    /// </summary>
    /// <param name="text">Any text; linear time in its length.</param>
    /// <param name="language">
    /// A BCP 47 tag of which the primary subtag counts (<c>en</c>, <c>pt-BR</c>). An unknown language is cut into words and not stemmed.
    /// </param>
    /// <returns>
    /// The terms in order; their spans are ranges of <paramref name="text"/> and may overlap (bigrams of Chinese, Japanese and Korean).
    /// </returns>
    public static ImmutableArray<Term> Terms(string text, string language)
    {
        var terms = ImmutableArray.CreateBuilder<Term>((text.Length / UsualLength) + 1);
        using var stream = Analyzers.For(language).GetTokenStream(fieldName: "", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            if (term.Length > 0)
            {
                terms.Add(new Term(TermPool.Of(term.Buffer.AsSpan(0, term.Length)), new(offset.StartOffset, offset.EndOffset)));
            }
        }

        stream.End();
        return terms.DrainToImmutable();
    }
}
