using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Evaluation.Sets;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Evaluation.Claims;

/// <summary>Finds the sentences of articles of which claims can be made: whole, plainly written and nobody's bare words.</summary>
internal static partial class SourceSentences
{
    private const int Fewest = 30;
    private const int FewestUnspaced = 12;
    private const int Most = 400;

    public static IEnumerable<SourceSentence> Of(IndexedArticle article, QuestionSet set)
    {
        var evidence = Evidence(article, set);
        for (var at = 0; at < article.Passages.Length; at++)
        {
            var passage = article.Passages[at];
            ImmutableArray<Passage> offered = [passage, .. new[] { at - 1, at + 1 }.Where(beside => beside >= 0 && beside < article.Passages.Length)
                .Select(beside => article.Passages[beside])];
            foreach (var span in passage.Sentences)
            {
                var text = span.In(article.Article.Text);
                if (passage.Kind == PassageKind.Paragraph && IsWhole(text, article.Article.Language)
                    && !IsQuoted(article.Article.Text[passage.Span.Start..span.Start], text))
                {
                    yield return new SourceSentence(text, offered)
                    {
                        IsEvidence = evidence.Any(known => known.Paragraph.Contains(text, StringComparison.Ordinal) && known.Answers.Any(answer =>
                        text.Contains(answer, StringComparison.Ordinal) || answer.Contains(text, StringComparison.Ordinal)))
                    };
                }
            }
        }
    }

    private static (string Paragraph, ImmutableArray<string> Answers)[] Evidence(IndexedArticle article, QuestionSet set)
    {
        var paragraphs = set.Articles.First(other => other.Id == article.Article.Slug).Paragraphs;
        return [.. from question in set.Questions
                   where question.ArticleId == article.Article.Slug && question.Answerable == true
                   from paragraph in question.Para ?? []
                   where paragraph < paragraphs.Length
                   select (paragraphs[paragraph], question.Evidence ?? question.Answers)];
    }

    private static bool IsWhole(string text, string language)
    {
        var isUnspaced = language is "zh" or "ja";
        return text.Length >= (isUnspaced ? FewestUnspaced : Fewest) && text.Length <= Most && !text.Contains('\n', StringComparison.Ordinal)
            && EndsWhole().IsMatch(text) && (isUnspaced || language == "ar" || char.IsUpper(text.TrimStart('"', '“', '„', '«', '¿')[0])) && !Untidy().IsMatch(text)
            && text.Count(sign => sign == '"') % 2 == 0 && text.Count(sign => sign == '“') == text.Count(sign => sign == '”') + text.Count(sign => sign == '„')
            && text.Count(sign => sign == '(') == text.Count(sign => sign == ')');
    }

    // Words within quotation marks are their speaker's: whether they may stand alone is no matter of the words.
    private static bool IsQuoted(string before, string text) =>
        before.Count(sign => sign == '"') % 2 != 0 || before.Count(sign => sign is '“' or '«' or '「') != before.Count(sign => sign is '”' or '»' or '」')
            || BareQuotation().IsMatch(text);

    [GeneratedRegex(@"[.。！][""”»」]?$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsWhole();

    // Set with spaces before its commas, or with markup, as only data sets write.
    [GeneratedRegex(@"\s[,.;:)]|\( |``|\||\[|https?:|\.\.\.|…|\p{L}[.]\p{Lu}\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Untidy();

    [GeneratedRegex(@"^[""“„«「][^""”“»」]*[""”“»」]$", RegexOptions.CultureInvariant)]
    private static partial Regex BareQuotation();
}
