using Bot.Answering.Checking;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Composing;

/// <summary>A sentence of a passage as the quoting engine says it.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Span">The sentence.</param>
/// <param name="Text">Its words on one line, without what looks like a marker; somebody's words stand within quotation marks.</param>
internal sealed record QuotedSentence(Passage Passage, TextSpan Span, string Text)
{
    /// <summary>Who says it, when that stands elsewhere: "Omar Reyes, architect".</summary>
    public string? Speaker { get; init; }

    /// <summary>The words with their speaker.</summary>
    public string Whole => Speaker is null ? Text : $"{Speaker}: {Text}";

    /// <summary>A sentence word for word.</summary>
    public static QuotedSentence Of(Passage passage, TextSpan span) => new(passage, span, Plain(span.In(passage.Article.Text)));

    /// <summary>The line under a block quote that says whose words these are, without its dash.</summary>
    public static QuotedSentence Line(Passage passage, TextSpan span) => new(passage, span, Plain(passage.Attribution ?? ""));

    /// <summary>A sentence that is somebody's words.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="span">The sentence.</param>
    /// <param name="words">Its words without their quotation marks.</param>
    /// <param name="speaker">Who says it, when the passage tells.</param>
    public static QuotedSentence Of(Passage passage, TextSpan span, string words, string? speaker) =>
        new(passage, span, $"“{Plain(words)}”") { Speaker = speaker is null ? null : Plain(speaker) };

    // An article's own "[2]" would be read as a citation.
    private static string Plain(string words) =>
        MarkerStream.Without(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
