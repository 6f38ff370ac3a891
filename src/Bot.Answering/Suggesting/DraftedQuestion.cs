using Bot.Answering.Answers;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Suggesting;

/// <summary>A question that a model drafted for an article.</summary>
/// <param name="Text">The question.</param>
/// <param name="Passage">The passage that should answer it.</param>
/// <param name="Words">The words of that passage that answer it; they stand in it.</param>
public sealed record DraftedQuestion(string Text, Passage Passage, string Words)
{
    /// <summary>Whether a citation is of these words, or of a part of them.</summary>
    public bool IsCitedBy(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var (quote, words) = (OneLine(citation.Quote), OneLine(Words));
        return citation.Passage?.Id == Passage.Id && (quote.Contains(words, StringComparison.Ordinal) || words.Contains(quote, StringComparison.Ordinal));
    }

    /// <summary>A line break of a passage is a space to a model.</summary>
    internal static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
