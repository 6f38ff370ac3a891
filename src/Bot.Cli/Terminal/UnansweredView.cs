using System.Collections.Immutable;
using System.Globalization;
using Bot.Conversations.Feedback;

namespace Bot.Cli.Terminal;

/// <summary>Lists questions that no article answers.</summary>
internal sealed class UnansweredView(Screen screen)
{
    private const int Indent = 4;
    private const int Shown = 5;

    public void Show(ImmutableArray<UnansweredGroup> groups)
    {
        if (groups.IsEmpty)
        {
            screen.Line("Every question was answered.");
            return;
        }

        foreach (var group in groups)
        {
            var latest = group.Questions[0];
            screen.Line(
                Piece.Number(string.Create(CultureInfo.InvariantCulture, $"{group.Questions.Length}×")),
                PlainWords.OnOneLine($" {latest.Text} "),
                Piece.Dim(latest.Received.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            foreach (var wording in group.Questions.Select(question => PlainWords.OnOneLine(question.Text)).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Take(Shown))
            {
                screen.Indented(Indent, Piece.Dim(wording));
            }
        }
    }
}
