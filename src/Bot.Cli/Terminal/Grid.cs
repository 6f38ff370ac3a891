using Spectre.Console;

namespace Bot.Cli.Terminal;

/// <summary>Rows and columns: a table on a terminal, tab-separated lines elsewhere.</summary>
internal sealed class Grid(Screen screen, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(PlainWords.OnOneLine)]);

    public void Show()
    {
        if (!screen.Decorated)
        {
            foreach (var row in _rows.Prepend(columns))
            {
                screen.Console.Profile.Out.Writer.WriteLine(string.Join('\t', row));
            }

            return;
        }

        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in _rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        screen.Console.Write(table);
    }
}
