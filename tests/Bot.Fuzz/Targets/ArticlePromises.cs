using System.Text;
using Bot.Fuzz.Running;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Reading;

namespace Bot.Fuzz.Targets;

/// <summary>What holds of every article, whatever its file held.</summary>
internal static class ArticlePromises
{
    public static void Hold(Article article)
    {
        Promise(article.Text.IsNormalized(NormalizationForm.FormC), "The text is not NFC.");
        Promise(!article.Text.Contains('\r', StringComparison.Ordinal) && !article.Text.Contains('\0', StringComparison.Ordinal), "The text has a control character.");
        Promise(!article.Blocks.IsEmpty && article.Title.Length > 0, "An article without blocks or title.");
        var end = -1;
        foreach (var block in article.Blocks)
        {
            Promise(block.Span.Start > end && block.Span.Length > 0 && block.Span.End <= article.Text.Length, "A block overlaps, is empty or leaves the text.");
            end = block.Span.End;
            Promise(block.Span.In(article.Text).Trim() == block.Span.In(article.Text), "A block has space around it.");
            Promise(block.Parts.All(part => part.Length > 0 && block.Span.Contains(part)), "A part leaves its block.");
        }

        Promise(article.Inlines.All(inline => inline.Span.Length > 0 && article.Blocks.Any(block => block.Span.Contains(inline.Span))), "Emphasis or a link leaves its block.");
        Promise(article.Source is null or { IsAbsoluteUri: true }, "A relative source.");
        Hold(article, PassageSplitter.Split(article));
    }

    /// <summary>What stays unsaid when an error that nobody thought of is told to an editor.</summary>
    public static void Hold(ArticleFile file) =>
        Promise(!file.Problems.Any(problem => problem.Message.StartsWith("It could not be read", StringComparison.Ordinal)), $"A raw exception: {file.Problems.FirstOrDefault()?.Message}");

    private static void Hold(Article article, IReadOnlyList<Passage> passages)
    {
        Promise(passages.Count > 0, "An article without passages.");
        foreach (var passage in passages)
        {
            Promise(passage.Text == article.Text[passage.Span.Start..passage.Span.End] && passage.Text.Length > 0, "A passage is not the article's words.");
            var end = passage.Span.Start;
            Promise(!passage.Sentences.IsEmpty, "A passage without sentences.");
            foreach (var sentence in passage.Sentences)
            {
                Promise(sentence.Start >= end && sentence.End <= passage.Span.End && sentence.Length > 0, "A sentence overlaps or leaves its passage.");
                end = sentence.End;
            }
        }
    }

    private static void Promise(bool holds, string message) => BrokenPromiseException.Unless(holds, message);
}
