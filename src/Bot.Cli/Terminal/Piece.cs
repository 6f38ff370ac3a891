using Spectre.Console;

namespace Bot.Cli.Terminal;

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
