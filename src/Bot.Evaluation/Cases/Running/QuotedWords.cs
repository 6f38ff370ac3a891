using System.Text.RegularExpressions;
using Bot.Answering;
using Bot.Knowledge.Articles;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Looks whether words in quotation marks are letter for letter an article's.</summary>
internal static partial class QuotedWords
{
    /// <summary>What is quoted wrongly, in words for an editor; <see langword="null"/> when nothing is.</summary>
    public static string? Wrong(AnsweredQuestion asked)
    {
        var moved = asked.Answer.Citations.FirstOrDefault(citation => citation.Field is null && citation.Passage?.Span.Contains(citation.Span) != true);
        if (moved is not null)
        {
            return $"{moved.Place} is cited outside of its passage: {moved.Quote}";
        }

        var articles = asked.Trace.Passages.Select(passage => passage.Article).Concat(asked.Answer.Citations.Select(citation => citation.Article)).Distinct<Article>(ReferenceEqualityComparer.Instance).ToArray();
        return asked.Trace.Verdicts.SelectMany(verdict => Quoted().Matches(verdict.Sentence))
            .Select(match => match.Groups["words"].Value)
            .FirstOrDefault(words => !articles.Any(article => AssertionCheck.Has(article.Text, words.TrimEnd('.', ',', ' ')))) is { } wrong
            ? $"no article has “{wrong}”"
            : null;
    }

    [GeneratedRegex("""["“„«](?<words>[^"“”„«»]+)["”“»]""", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
