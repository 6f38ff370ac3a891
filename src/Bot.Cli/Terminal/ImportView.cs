using System.Diagnostics;
using System.Globalization;
using Bot.Knowledge.Importing;

namespace Bot.Cli.Terminal;

/// <summary>Shows what became of what was imported.</summary>
internal sealed class ImportView(Screen screen, TextWriter errors)
{
    public void Show(Imported imported, bool withPassages)
    {
        switch (imported)
        {
            case Imported.Draft draft:
                Show(draft, withPassages);
                break;
            case Imported.FromFeed feed:
                screen.Line(Piece.Bold(PlainWords.OnOneLine(feed.Title)), string.Create(CultureInfo.InvariantCulture, $": {feed.Chosen} of {feed.Entries} entries"));
                Complain(feed.Warning);
                break;
            case Imported.Refused refused:
                Complain(refused.Reason);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Show(Imported.Draft draft, bool withPassages)
    {
        var passages = draft.Article.Passages.Length;
        screen.Line(
            WordsOf(draft.Fate),
            Piece.Number(PlainWords.OnOneLine(draft.File)),
            string.Create(CultureInfo.InvariantCulture, $": {(passages == 1 ? "1 passage" : $"{passages} passages")}"));
        foreach (var note in draft.Notes)
        {
            screen.Line(Piece.Warning($"Look at it: {note}"));
        }

        if (withPassages)
        {
            screen.Blank();
            new PassagesView(screen).Show(draft.Article);
        }
    }

    private static string WordsOf(DraftFate fate) => fate switch
    {
        DraftFate.Created => "Draft written: ",
        DraftFate.Replaced => "Draft written anew: ",
        DraftFate.Previewed => "Not written, would be: ",
        _ => throw new UnreachableException(),
    };

    private void Complain(string? words)
    {
        if (words is not null)
        {
            errors.WriteLine(PlainWords.OnOneLine(words));
        }
    }
}
