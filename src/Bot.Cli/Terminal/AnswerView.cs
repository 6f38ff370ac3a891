using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answering.Answers;
using Bot.Answering.Resources;
using Bot.Knowledge.Articles;

namespace Bot.Cli.Terminal;

/// <summary>Shows an answer with its sources, or a refusal with what comes closest.</summary>
internal sealed partial class AnswerView(Screen screen)
{
    private const int Indent = 4;

    public void Show(Answer answer)
    {
        if (answer.Making.Degraded)
        {
            screen.Line(Piece.Warning(Wording.Of("Quoting", answer.Language)));
            screen.Blank();
        }

        if (answer is Answer.Answered { Short: { } words })
        {
            screen.Line(Piece.Bold(words));
            screen.Blank();
        }

        if (answer is Answer.Answered { Sure: false })
        {
            screen.Line(Piece.Dim(Wording.Of("Unsure", answer.Language)));
        }

        if (answer is Answer.Conflicting)
        {
            screen.Line(Piece.Dim(Wording.Of("Conflict", answer.Language)));
        }

        screen.Line(Highlighted.In(answer) is { } first && answer.Text.StartsWith(first.Before + first.Words, StringComparison.Ordinal)
            ? [.. WithMarkers(first.Before), Piece.Bold(first.Words), .. WithMarkers(answer.Text[(first.Before.Length + first.Words.Length)..])]
            : WithMarkers(answer.Text));
        ShowSources(answer.Citations, answer.Language);
        if (answer is Answer.NotStated { Closest: { IsEmpty: false } closest })
        {
            ShowClosest(closest, answer.Language);
        }

        ShowSuggestions(answer.Suggestions, answer.Language);
    }

    public void ShowSources(ImmutableArray<Citation> citations, string language)
    {
        if (citations.IsEmpty)
        {
            return;
        }

        screen.Blank();
        screen.Line(Piece.Heading(Wording.Of("Sources", language)));
        foreach (var citation in citations)
        {
            ShowPlace(Piece.Number(string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]")), citation);
        }
    }

    public void ShowSuggestions(ImmutableArray<string> suggestions, string language)
    {
        if (suggestions.IsEmpty)
        {
            return;
        }

        screen.Blank();
        screen.Line(Piece.Heading(Wording.Of("AskInstead", language)));
        foreach (var suggestion in suggestions)
        {
            screen.Indented(2, suggestion);
        }
    }

    private void ShowClosest(ImmutableArray<Closest> closest, string language)
    {
        screen.Blank();
        screen.Line(Piece.Heading(Wording.Of("ClosestLead", language)));
        foreach (var passage in closest)
        {
            ShowPlace("-", passage.Citation);
        }
    }

    private void ShowPlace(Piece sign, Citation citation)
    {
        var date = citation.Article.WordsOf(ArticleField.Published) is { } published ? $" · {published}" : "";
        screen.Line(sign, " ", citation.Article.Title, Piece.Dim($"{date} · {citation.Place}"));
        screen.Indented(Indent, PlainWords.OnOneLine($"“{citation.Quote}”"));
    }

    private static Piece[] WithMarkers(string text) =>
        [.. Marker().Split(text).Where(part => part.Length > 0).Select(part => Marker().IsMatch(part) ? Piece.Number(part) : part)];

    [GeneratedRegex(@"(\[\d+\])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
