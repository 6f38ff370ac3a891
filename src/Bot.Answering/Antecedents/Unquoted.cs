using Bot.Answering.Facts;

namespace Bot.Answering.Antecedents;

/// <summary>Looks at what a narrator says alone: whom a quotation means is for its speaker to tell.</summary>
internal static class Unquoted
{
    /// <summary>A sentence with spaces in place of its quotations and their marks, so that all else stands where it stood.</summary>
    public static string Of(string sentence)
    {
        var signs = sentence.ToCharArray();
        foreach (var span in QuotationReader.Spans(sentence))
        {
            signs.AsSpan(span.Start - 1, span.Length + 2).Fill(' ');
        }

        return new(signs);
    }
}
