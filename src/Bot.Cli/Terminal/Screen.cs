using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Cli.Terminal;

/// <summary>Standard output for people: styled and wrapped on a terminal, plain lines elsewhere. Nothing it is given is read as markup.</summary>
internal sealed class Screen
{
    private readonly TextWriter _output;
    private readonly IAnsiConsole? _console;

    private Screen(TextWriter output, IAnsiConsole? console)
    {
        _output = output;
        _console = console;
    }

    public static Screen Of(Surroundings surroundings) => new(
        surroundings.Out,
        surroundings.Decorated ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Out) }) : null);

    /// <summary>Writes a line of pieces, each in its style.</summary>
    public void Line(params ReadOnlySpan<Piece> pieces) => Indented(0, pieces);

    /// <summary>Writes pieces that stay indented where they wrap.</summary>
    public void Indented(int columns, params ReadOnlySpan<Piece> pieces)
    {
        var paragraph = new Paragraph();
        var plain = "";
        foreach (var piece in pieces)
        {
            var words = PlainWords.Of(piece.Text);
            plain += words;
            paragraph.Append(words, piece.Style);
        }

        if (_console is null)
        {
            var indent = new string(' ', columns);
            _output.WriteLine(indent + plain.Replace("\n", $"{_output.NewLine}{indent}", StringComparison.Ordinal));
        }
        else
        {
            _console.Write(new Padder(paragraph, new Padding(columns, 0, 0, 0)));
        }
    }

    /// <summary>Writes rows under the names of their columns: a table on a terminal, tab-separated lines elsewhere.</summary>
    public void Rows(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (_console is null)
        {
            foreach (var row in rows.Prepend(columns))
            {
                _output.WriteLine(string.Join('\t', row.Select(PlainWords.OnOneLine)));
            }

            return;
        }

        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns([.. columns.Select(column => new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))))]);
        foreach (var row in rows)
        {
            table.AddRow(row.Select(IRenderable (cell) => new Text(PlainWords.OnOneLine(cell))));
        }

        _console.Write(table);
    }

    /// <summary>Writes words and leaves the cursor behind them.</summary>
    public void Prompt(string words)
    {
        _output.Write(words);
        _output.Flush();
    }

    public void Blank() => _output.WriteLine();

    /// <summary>Shows on a terminal that something is going on, and runs it; elsewhere only runs it.</summary>
    /// <param name="words">What is going on at first.</param>
    /// <param name="work">Is given how to say what is going on now.</param>
    public Task<T> WhileAsync<T>(string words, Func<Action<string>, Task<T>> work) => _console is null
        ? work(_ => { })
        : _console.Status().StartAsync(words, context => work(now => context.Status(now)));

    /// <summary>Whether <see cref="WhileAsync"/> shows anything.</summary>
    public bool ShowsProgress => _console is not null;
}
