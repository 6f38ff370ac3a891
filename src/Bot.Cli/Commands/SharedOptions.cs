using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bot.Cli.Commands;

/// <summary>The options that every command knows.</summary>
internal sealed class SharedOptions
{
    private readonly Option<string?> _knowledge = new("--knowledge", "-k")
    {
        Description = "A folder of articles (.md, .txt, .html), or one .jsonl file of articles. [setting Knowledge:Path]",
        HelpName = "PATH",
        Recursive = true,
    };

    private readonly Option<string?> _article = new("--article", "-a")
    {
        Description = "Ask only this article. 'passages' lists the slugs.",
        HelpName = "SLUG",
        Recursive = true,
    };

    private readonly Option<bool> _editor = new("--editor", "--include-unpublished")
    {
        Description = "Also ask drafts, withdrawn articles and those not yet published.",
        Recursive = true,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write JSON, one object a line (docs/machine-contract.md).",
        Recursive = true,
    };

    private readonly Option<string?> _language = new("--lang")
    {
        Description = "The language to be spoken to in, such as 'de'; without it, the question's own.",
        HelpName = "LANGUAGE",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Add(_knowledge);
        root.Add(_article);
        root.Add(_editor);
        root.Add(_json);
        root.Add(_language);
    }

    public bool IsJson(SymbolResult result) => result.GetValue(_json);

    public SharedChoices Read(ParseResult parsed) => new(
        parsed.GetValue(_knowledge),
        parsed.GetValue(_article),
        parsed.GetValue(_editor),
        parsed.GetValue(_json),
        parsed.GetValue(_language));
}

/// <summary>What was chosen by <see cref="SharedOptions"/>.</summary>
internal sealed record SharedChoices(string? Knowledge, string? Article, bool Editor, bool Json, string? Language);
