using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answering.Answers;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Tests.Pipeline;

/// <summary>What every answer must keep, read off its text alone and by means of its own: nothing here asks the product's claim check.</summary>
internal static partial class Promises
{
    public static void Kept(Answer answer, IReadOnlyDictionary<string, string> sources)
    {
        Assert.False(string.IsNullOrWhiteSpace(answer.Text));
        var claims = answer switch
        {
            Answer.Answered answered => answered.Claims,
            Answer.Conflicting conflicting => conflicting.Sides,
            _ => [],
        };
        if (answer is not (Answer.Answered or Answer.Conflicting))
        {
            Assert.Empty(answer.Citations);
            Assert.DoesNotMatch(Marker(), answer.Text);
            return;
        }

        Assert.NotEmpty(claims);
        NumbersAreInOrder(answer);
        Assert.All(answer.Citations, citation => IsVerbatim(citation, sources));
        Assert.All(claims, claim => IsInItsCitedWords(claim, answer.Language));
        Assert.Equal(string.Concat(claims.Select(claim => Letters(claim.Text))), Letters(Marker().Replace(answer.Text, "")));
        if (answer is Answer.Answered { Short: { } words })
        {
            Assert.Contains(words, string.Join('\n', answer.Citations.Select(citation => citation.Quote)), StringComparison.Ordinal);
        }
    }

    private static void NumbersAreInOrder(Answer answer)
    {
        var shown = Marker().Matches(answer.Text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct();
        Assert.Equal(Enumerable.Range(1, answer.Citations.Length), shown);
        Assert.Equal(Enumerable.Range(1, answer.Citations.Length), answer.Citations.Select(citation => citation.Number));
    }

    private static void IsVerbatim(Citation citation, IReadOnlyDictionary<string, string> sources)
    {
        Assert.NotEmpty(citation.Quote);
        if (citation.Passage is not { } passage)
        {
            Assert.Contains(citation.Quote, sources[citation.Article.Slug], StringComparison.Ordinal);
            return;
        }

        Assert.Equal(citation.Article.Text[citation.Span.Start..citation.Span.End], citation.Quote);
        Assert.Contains(passage.Sentences, sentence => sentence.Start <= citation.Span.Start && citation.Span.End <= sentence.End);
        if (passage.Kind != PassageKind.Table)
        {
            Assert.Contains(citation.Quote, sources[citation.Article.Slug], StringComparison.Ordinal);
        }
    }

    private static void IsInItsCitedWords(Claim claim, string language)
    {
        Assert.NotEmpty(claim.Citations);

        // A block quote is shown with its author.
        var cited = string.Join('\n', claim.Citations.Select(citation => $"{citation.Quote} {citation.Passage?.Attribution}"));
        var said = Added().Replace(claim.Text, "");
        Assert.All(Number().Matches(said), number => Assert.Contains(number.Value, Number().Matches(cited).Select(match => match.Value)));
        Assert.All(Quoted().Matches(said), words => Assert.Contains(words.Groups[1].Value.TrimEnd(',', '.'), cited, StringComparison.Ordinal));
        if (language == "en")
        {
            Assert.All(Capital().Matches(said), name => Assert.Contains(name.Value, cited, StringComparison.Ordinal));
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Marker();

    // Bot's own words around what it says: of a caption, of a day, of a side.
    [GeneratedRegex(@"^From a photo caption: | \(“[^”]+”: [^)]*\)| \([^()]*\d{4}-\d\d-\d\d\)$|^It (?:was|first) ")]
    private static partial Regex Added();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex("[“\"]([^”\"]+)[”\"]")]
    private static partial Regex Quoted();

    // Not the first word of a sentence or of a quotation.
    [GeneratedRegex(@"(?<=[\p{L}\d,;]\s)\p{Lu}\p{L}+")]
    private static partial Regex Capital();
}
