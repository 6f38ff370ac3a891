using Spectre.Console;

namespace Bot.Cli.Terminal;

/// <summary>Standard output for people: styled on a terminal, plain text elsewhere.</summary>
internal sealed class Screen
{
    // Piped text is not wrapped: whoever reads it knows their own width.
    private const int Unwrapped = 1_000_000;

    private readonly IAnsiConsole _console;

    private Screen(IAnsiConsole console, bool decorated)
    {
        _console = console;
        Decorated = decorated;
    }

    public bool Decorated { get; }

    public IAnsiConsole Console => _console;

    public static Screen Of(Surroundings surroundings)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = surroundings.Decorated ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = surroundings.Decorated ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = surroundings.Decorated ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(surroundings.Out),
        });
        if (!surroundings.Decorated)
        {
            console.Profile.Width = Unwrapped;
        }

        return new Screen(console, surroundings.Decorated);
    }

    /// <summary>Writes a line of pieces, each in its style. What they say is never read as markup.</summary>
    public void Line(params ReadOnlySpan<Piece> pieces) => Indented(0, pieces);

    /// <summary>Writes a line of pieces that stays indented where it wraps.</summary>
    public void Indented(int columns, params ReadOnlySpan<Piece> pieces)
    {
        var paragraph = new Paragraph();
        foreach (var piece in pieces)
        {
            paragraph.Append(PlainWords.Of(piece.Text), piece.Style);
        }

        _console.Write(new Padder(paragraph, new Padding(columns, 0, 0, 0)));
    }

    /// <summary>Writes words and leaves the cursor behind them.</summary>
    public void Prompt(string words) => _console.Write(new Text(words, new Style(Color.Teal)));

    public void Blank() => _console.WriteLine();
}

/// <summary>Some words in one style.</summary>
internal readonly record struct Piece(string Text, Style Style)
{
    public static implicit operator Piece(string text) => new(text, Style.Plain);

    public static Piece Bold(string text) => new(text, new Style(decoration: Decoration.Bold));

    public static Piece Dim(string text) => new(text, new Style(Color.Grey));

    public static Piece Heading(string text) => new(text, new Style(Color.Teal, decoration: Decoration.Bold));

    public static Piece Number(string text) => new(text, new Style(Color.Teal));

    public static Piece Warning(string text) => new(text, new Style(Color.Olive));
}
