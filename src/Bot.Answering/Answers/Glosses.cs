using System.Collections.Immutable;
using Bot.Answering.Dates;
using Bot.Answering.Resources;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Answers;

/// <summary>
/// Adds to a checked sentence, outside the quoted words, what a reader would otherwise take amiss: that a date is a photo's, and which day
/// "Saturday" was, whom "he" means, and which word was taken for a mistyped one.
/// </summary>
internal static class Glosses
{
    /// <summary>The same claims, dressed.</summary>
    /// <param name="claims">What was checked.</param>
    /// <param name="corrections">The words that the reader probably meant.</param>
    /// <param name="language">The language of the answer.</param>
    public static ImmutableArray<Claim> Of(ImmutableArray<Claim> claims, ImmutableArray<string> corrections, string language)
    {
        var named = AntecedentGlosses.For(claims, language);
        var dressed = claims.Select((claim, at) => claim with { Text = Dated(claim, language) + named[at] });
        return [.. dressed.Select((claim, at) => at == 0 && !corrections.IsEmpty ? Meant(claim, corrections, language) : claim)];
    }

    /// <summary>The same claims, each with the title and date of its article, so that a reader sees who says which and when, and which report is no longer the last.</summary>
    public static ImmutableArray<Claim> OfSides(ImmutableArray<Claim> claims, ImmutableArray<string> corrections, bool isReplaced, string language)
    {
        var last = claims.Max(claim => claim.Citations[0].Article.Published);
        return [.. Of(claims, corrections, language).Select(claim => claim with { Text = $"{claim.Text} ({Source(claim.Citations[0].Article, isReplaced ? last : null, language)})" })];
    }

    private static Claim Meant(Claim claim, ImmutableArray<string> corrections, string language) =>
        claim with { Text = $"{claim.Text} {Wording.Of("DidYouMean", language, string.Join(", ", corrections))}" };

    private static string Source(Article article, DateTimeOffset? last, string language)
    {
        var source = article.WordsOf(ArticleField.Published) is { } published ? $"{article.Title}, {published}" : article.Title;
        return article.Published < last ? Wording.Of("EarlierReport", language, source) : source;
    }

    private static string Dated(Claim claim, string language)
    {
        var text = claim.Citations.All(citation => citation.Passage?.Kind == PassageKind.Caption)
            ? Wording.Of("Caption", language, claim.Text)
            : claim.Text;
        return text + Dates(claim, language);
    }

    // An undated article's "Saturday" stays a Saturday: no date is made up for it.
    private static string Dates(Claim claim, string language)
    {
        var article = claim.Citations[0].Article;
        if (article.Published is not { } published)
        {
            return "";
        }

        var written = DateOnly.FromDateTime(published.Date);
        var resolved = RelativeDates.Find(claim.Text, article.Language)
            .Select(date => Wording.Of("Meaning", language, date.Span.In(claim.Text), date.Resolve(written, language)))
            .Distinct();
        return string.Concat(resolved.Select(words => $" {words}"));
    }
}
