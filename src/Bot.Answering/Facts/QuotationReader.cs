using System.Collections.Immutable;
using System.Text;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Facts;

/// <summary>Reads words in quotation marks of every style.</summary>
internal static class QuotationReader
{
    private const int FewestWords = 2;
    private const int LongestSingle = 400;

    /// <summary>The quotations of at least two words.</summary>
    public static IEnumerable<Fact> Read(string text, ImmutableArray<Token> tokens) =>
        from span in Spans(text)
        where tokens.Count(token => token.Kind != TokenKind.Sign && span.Contains(token.Span)) >= FewestWords
        select new Fact(FactKind.Quotation, span, Fold(span.In(text))) { Phrase = new TextSpan(span.Start - 1, span.End + 1) };

    /// <summary>What stands within quotation marks, however short, without the marks; never overlapping.</summary>
    public static ImmutableArray<TextSpan> Spans(string text)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var at = 0; at < text.Length; at++)
        {
            if (Closers(text, at) is not { } closers)
            {
                continue;
            }

            if (Close(text, at, closers) is { } end)
            {
                spans.Add(new TextSpan(at + 1, end));
                at = end;
            }
            else if (text[at] != '‘')
            {
                // A mark that is never closed quotes nothing, and none after it can be told from a closing one.
                break;
            }
        }

        return spans.DrainToImmutable();
    }

    /// <summary>Case-folded, with plain quotes and single spaces, without the punctuation at its end.</summary>
    public static string Fold(string words) => Plain(words).ToLowerInvariant();

    /// <summary>With plain quotes and single spaces, without the punctuation at its end.</summary>
    public static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var sign in words)
        {
            var mapped = sign switch
            {
                '’' or '‘' or 'ʼ' or '‚' => '\'',
                '“' or '”' or '„' or '«' or '»' or '「' or '」' or '『' or '』' => '"',
                '–' or '—' or '‑' => '-',
                _ => char.IsWhiteSpace(sign) ? ' ' : sign,
            };
            if (mapped != ' ' || (plain.Length > 0 && plain[^1] != ' '))
            {
                plain.Append(mapped);
            }
        }

        return plain.ToString().Trim(' ', '.', ',', ';', ':', '!', '?', '…', '。', '、', '，', '؟', '،');
    }

    private static int? Close(string text, int open, string closers)
    {
        // A single quote may be an apostrophe, so the search for its end is kept short.
        var limit = text[open] == '‘' ? Math.Min(text.Length, open + LongestSingle) : text.Length;
        for (var end = open + 1; end < limit; end++)
        {
            if (closers.Contains(text[end]) && !(text[end] == '’' && closers.Length == 1 && end + 1 < text.Length
                && char.IsLetter(text[end + 1])))
            {
                return end;
            }
        }

        return null;
    }

    private static string? Closers(string text, int at) => text[at] switch
    {
        '"' when IsOpening(text, at) => "\"”",
        '“' => "”\"",
        '„' => "“”\"",
        '«' => "»",
        '»' when IsOpening(text, at) => "«",
        '「' => "」",
        '『' => "』",
        '‹' => "›",
        '‘' when IsOpening(text, at) => "’",
        _ => null,
    };

    private static bool IsOpening(string text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
}
