using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bot.Cli.Testing;

/// <summary>The options of the commands that run cases: which cases, and with what.</summary>
internal sealed class CaseOptions
{
    private static readonly string DefaultCache = Path.Combine("data", "replies");

    private readonly Argument<string[]> _files = new("FILES")
    {
        Description = "Files of cases, or folders of them; without one, all beside prompts and articles.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _name = new("--name") { Description = "Only cases with these words in their name.", HelpName = "WORDS" };

    private readonly Option<string?> _prompt = new("--prompt") { Description = "Only cases beside this prompt, such as 'answer'.", HelpName = "NAME" };

    private readonly Option<string[]> _prompts = Several("--prompts", "A folder of prompts instead of the one that is set; several are run side by side.", "PATH");

    private readonly Option<string[]> _models = Several("--model", "A model instead of the one that is set, at the same endpoint; several are run side by side.", "NAME");

    private readonly Option<string[]> _scripts = Several("--model-script", "A file of what a scripted model says, instead of a model; several are run side by side.", "FILE");

    private readonly Option<string[]> _settings = Several("--set", "Settings to run with, such as 'Answering:AnswerFrom=0.6,Answering:Passages=4'; several sets are run side by side.", "KEY=VALUE,…");

    private readonly Option<string> _cache = new("--cache") { Description = "Where a model's replies are kept, by all that they depend on.", HelpName = "PATH", DefaultValueFactory = _ => DefaultCache };

    private readonly Option<bool> _anew = new("--no-cache") { Description = "Ask the model anew, whatever is kept." };

    private readonly Option<string?> _html = new("--html") { Description = "Also write a report as one HTML page.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Add(_files);
        foreach (var option in new Option[] { _name, _prompt, _prompts, _models, _scripts, _settings, _cache, _anew, _html })
        {
            command.Add(option);
        }
    }

    public CaseChoices Read(ParseResult parsed) => new()
    {
        Files = [.. parsed.GetValue(_files) ?? []],
        Name = parsed.GetValue(_name),
        Prompt = parsed.GetValue(_prompt),
        Prompts = [.. parsed.GetValue(_prompts) ?? []],
        Models = [.. parsed.GetValue(_models) ?? []],
        Scripts = [.. parsed.GetValue(_scripts) ?? []],
        Settings = [.. parsed.GetValue(_settings) ?? []],
        Cache = parsed.GetValue(_cache)!,
        Anew = parsed.GetValue(_anew),
        Html = parsed.GetValue(_html),
    };

    private static Option<string[]> Several(string name, string description, string helpName)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = helpName, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        option.Validators.Add(result => RefuseEmpty(name, result));
        return option;
    }

    private static void RefuseEmpty(string name, OptionResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{name} is empty: write a value, or leave it out.");
        }
    }
}

/// <summary>What was chosen by <see cref="CaseOptions"/>.</summary>
internal sealed record CaseChoices
{
    public ImmutableArray<string> Files { get; init; } = [];

    public string? Name { get; init; }

    public string? Prompt { get; init; }

    public ImmutableArray<string> Prompts { get; init; } = [];

    public ImmutableArray<string> Models { get; init; } = [];

    public ImmutableArray<string> Scripts { get; init; } = [];

    public ImmutableArray<string> Settings { get; init; } = [];

    public required string Cache { get; init; }

    public bool Anew { get; init; }

    public string? Html { get; init; }

    /// <summary>Whether it is all cases there are.</summary>
    public bool IsAll => Files.IsEmpty && Name is null && Prompt is null;
}
