using System.Globalization;
using Bot.Cli.Testing;
using Bot.Conversations.Corrections;
using Bot.Evaluation.Cases.Covering;
using Bot.Evaluation.Cases.Running;

namespace Bot.Cli.Terminal;

/// <summary>Shows what cases reach, and what an edit touches.</summary>
internal sealed class CoverageView(Screen screen)
{
    private const int Indent = 4;
    private const int Shown = 100;

    public void Show(Covered covered)
    {
        ShowArticles(covered.Coverage);
        ShowUnreached(covered.Coverage);
        ShowEdits(covered.Edits);
        ShowAnswers(covered.Answers);
    }

    private void ShowArticles(Coverage coverage) => screen.Rows(
        ["article", "cases", "passages reached"],
        coverage.Articles.Select(article => (string[])
        [
            article.Article.Slug,
            article.Cases == 0 ? "none" : article.Cases.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{article.Passages.Length - article.Unreached.Count()} of {article.Passages.Length}"),
        ]));

    private void ShowUnreached(Coverage coverage)
    {
        foreach (var article in coverage.Articles.Where(article => article.Cases > 0 && article.Unreached.Any()))
        {
            Title($"No test question reaches these passages of '{article.Article.Slug}'");
            foreach (var passage in article.Unreached)
            {
                screen.Indented(Indent, Piece.Dim($"{passage.Passage.Id} "), Start(passage.Passage.Text));
            }
        }
    }

    private void ShowEdits(ArticleEdits? edits)
    {
        if (edits is null)
        {
            Title("Edits");
            screen.Line("Nothing is kept to compare the articles with: 'coverage --keep' keeps them as they are now, and --before PATH names them as they were.");
            return;
        }

        Title("Edits");
        screen.Line(edits.Articles.IsEmpty ? "No article was edited." : string.Join(", ", edits.Articles.Select(article => $"{article.Slug} ({article.Change})")));
        Title(string.Create(CultureInfo.InvariantCulture, $"Cases that are answered otherwise: {edits.Cases.Length}"));
        foreach (var touched in edits.Cases)
        {
            screen.Line(touched.Breaks ? Piece.Warning("breaks ") : Piece.Dim("touches "), string.Create(CultureInfo.InvariantCulture, $"{touched.After.Case.File}:{touched.After.Case.Line}: {touched.After.Case.Name}"));
            screen.Indented(Indent, Piece.Dim("was "), TextOf(touched.Shown.Before));
            screen.Indented(Indent, Piece.Dim("now "), TextOf(touched.Shown.After));
        }
    }

    private void ShowAnswers(ForeseenAnswers answers)
    {
        if (answers.Missing is { } path)
        {
            screen.Blank();
            screen.Line(Piece.Dim($"There is no record '{path}': no reader's answer is known."));
            return;
        }

        Title(string.Create(CultureInfo.InvariantCulture, $"Recorded answers whose cited words would read differently: {answers.Changes.SelectMany(change => change.Answers).Select(answer => answer.Turn).Distinct().Count()}"));
        foreach (var change in answers.Changes)
        {
            screen.Line($"“{change.OldWords}”", Piece.Dim(change.Kind == CorrectionKind.Withdrawn ? $" ({change.Article} would be withdrawn)" : $" → “{change.NewWords}” ({change.Article})"));
            foreach (var answer in change.Answers.Take(Shown))
            {
                screen.Indented(Indent, Piece.Dim($"{answer.Turn} {answer.Channel} "), answer.Question);
            }
        }
    }

    private void Title(string title)
    {
        screen.Blank();
        screen.Line(Piece.Heading(title));
    }

    private static string TextOf(CaseRun run) => run.Asked?.Answer.Text ?? run.Error ?? "";

    private static string Start(string text) => PlainWords.OnOneLine(text) is { Length: > Shown } longer ? $"{longer[..Shown]}…" : PlainWords.OnOneLine(text);
}
