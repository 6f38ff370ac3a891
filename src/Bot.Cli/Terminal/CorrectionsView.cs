using System.Collections.Immutable;
using System.Globalization;
using Bot.Conversations.Corrections;

namespace Bot.Cli.Terminal;

/// <summary>Lists corrections that an editor has yet to decide.</summary>
internal sealed class CorrectionsView(Screen screen)
{
    private const int Indent = 4;

    public void Show(ImmutableArray<Correction> corrections)
    {
        if (corrections.IsEmpty)
        {
            screen.Line("There are no open corrections.");
            return;
        }

        foreach (var correction in corrections)
        {
            Show(correction);
            screen.Blank();
        }

        screen.Line(Piece.Dim("'Bot.Cli corrections approve ID --wording \"…\"' has the host tell the readers; 'Bot.Cli corrections minor ID' tells nobody."));
    }

    private void Show(Correction correction)
    {
        screen.Line(
            Piece.Number(correction.Id.ToString()),
            $" {correction.Article} ",
            Piece.Dim(correction.Found.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        screen.Indented(Indent, Piece.Dim("was    "), PlainWords.OnOneLine($"“{correction.OldWords}”"));
        screen.Indented(Indent, Piece.Dim("now    "), PlainWords.OnOneLine(Now(correction)));
        foreach (var telling in correction.Tellings)
        {
            var message = telling.MessageId is { } id ? $" {id}" : "";
            screen.Indented(Indent, Piece.Dim("shown  "), PlainWords.OnOneLine($"{telling.Channel}{message} "), Piece.Dim($"(answer {telling.Turn})"));
        }
    }

    private static string Now(Correction correction) => correction switch
    {
        { Kind: CorrectionKind.Withdrawn } => "(the article is withdrawn)",
        { Kind: CorrectionKind.Restored } => "(they stand again; readers were told otherwise meanwhile)",
        { NewWords: "" } => "(the words are gone)",
        _ => $"“{correction.NewWords}”",
    };
}
