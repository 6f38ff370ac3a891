namespace Bot.Host.Settings;

/// <summary><c>Bot.Host settings [--into FILE]</c>: all settings as a table in Markdown, made of the code itself.</summary>
internal static class SettingsTable
{
    public const string Command = "settings";

    /// <summary>What stands before and after the table in a file that has it.</summary>
    internal const string Start = "<!-- settings: made by 'Bot.Host settings --into', not by hand -->\n", End = "<!-- end of settings -->\n";

    /// <summary>Writes it.</summary>
    /// <param name="arguments">The command's own: <c>into</c>, a file that has the table.</param>
    /// <param name="output">Where it is written without a file.</param>
    /// <param name="error">Where to say what is wrong.</param>
    /// <returns>The exit code.</returns>
    public static int Write(IConfiguration arguments, TextWriter output, TextWriter error)
    {
        if (arguments["into"] is not { Length: > 0 } path)
        {
            output.Write(Markdown());
            return 0;
        }

        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from)
        {
            error.WriteLine($"'{path}' has no place for the table: name a file with the lines \"{Start.TrimEnd()}\" and \"{End.TrimEnd()}\".");
            return 2;
        }

        File.WriteAllText(path, text[..(from + Start.Length)] + Markdown() + text[to..]);
        return 0;
    }

    /// <summary>The table.</summary>
    internal static string Markdown() =>
        "| setting | kind | default | allowed | |\n|---|---|---|---|---|\n"
        + string.Concat(Setting.All().Select(setting => $"| `{setting.Name}` | {setting.Kind} | {setting.Default} | {setting.Allowed} | {setting.Meaning} |\n"));
}
