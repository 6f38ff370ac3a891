using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Cli.Terminal;

/// <summary>Shows what an article was split into.</summary>
internal sealed class PassagesView(Screen screen)
{
    private const int Indent = 4;

    public void Show(IndexedArticle indexed)
    {
        var article = indexed.Article;
        screen.Line(Piece.Bold(article.Title));
        screen.Line(Piece.Dim(string.Join(" · ", new[] { article.Byline, article.WordsOf(ArticleField.Published), article.Language, article.Slug }.OfType<string>())));
        foreach (var passage in indexed.Passages)
        {
            Show(passage);
        }
    }

    private void Show(Passage passage)
    {
        screen.Blank();
        screen.Line(
            Piece.Number(passage.Id.ToString()),
            string.Create(CultureInfo.InvariantCulture, $" {passage.Kind.ToString().ToLowerInvariant()} [{passage.Span.Start}, {passage.Span.End}) "),
            Piece.Dim(passage.Sentences.Length == 1 ? "1 sentence" : string.Create(CultureInfo.InvariantCulture, $"{passage.Sentences.Length} sentences")));
        ShowContext("under", passage.Heading);
        ShowContext("table header", passage.TableHeader);
        ShowContext("credit", passage.Credit);
        ShowContext("by", passage.Attribution);
        screen.Indented(Indent, passage.Text);
    }

    private void ShowContext(string name, string? context)
    {
        if (context is not null)
        {
            screen.Indented(Indent, Piece.Dim(PlainWords.OnOneLine($"({name}: {context})")));
        }
    }
}
