using System.Collections.Immutable;
using Bot.Evaluation.Cases;
using Bot.Evaluation.Cases.Running;

namespace Bot.Cli.Testing;

/// <summary>Makes the variants that the command line asks for: each prompt with each model and each set of settings.</summary>
internal static class Variants
{
    private const string PromptsPath = "Prompts:Path";
    private const string ModelName = "Model:Name";

    /// <exception cref="CommandError">A folder of prompts is not there, or a setting is not written as one.</exception>
    /// <exception cref="CasesException">A script cannot be used.</exception>
    public static ImmutableArray<Variant> Of(CaseChoices choices, string promptsInForce, string folder)
    {
        IEnumerable<Variant> prompts = choices.Prompts.IsEmpty
            ? [new("as set") { Settings = Setting(PromptsPath, promptsInForce) }]
            : choices.Prompts.Select(path => new Variant(path) { Settings = Setting(PromptsPath, Existing(path, folder)) });
        IEnumerable<Variant> models =
        [
            .. choices.Scripts.Select(path => new Variant(path) { Script = ModelScript.Read(Path.GetFullPath(path, folder), path) }),
            .. choices.Models.Select(name => new Variant(name) { Settings = Setting(ModelName, name) }),
        ];
        var settings = choices.Settings.Select(written => new Variant(written) { Settings = SettingsOf(written) });
        ImmutableArray<Variant> variants = [.. from prompt in prompts from model in Or(models) from set in Or(settings) select Together(prompt, model, set)];
        return variants.Select(variant => variant.Name).Distinct().Count() == variants.Length
            ? variants
            : throw new CommandError("The same prompts, model or settings are named twice: they would be run twice and could not be told apart.");
    }

    private static IEnumerable<Variant?> Or(IEnumerable<Variant> variants) => variants.DefaultIfEmpty<Variant?>(null);

    private static Variant Together(Variant prompt, Variant? model, Variant? settings) =>
        new(string.Join(" + ", new[] { prompt, model, settings }.OfType<Variant>().Select(each => each.Name).Where((name, at) => at > 0 || name != "as set" || (model ?? settings) is null)))
        {
            Settings = prompt.Settings.SetItems(model?.Settings ?? []).SetItems(settings?.Settings ?? []),
            Script = model?.Script,
        };

    private static string Existing(string path, string folder) => Path.GetFullPath(path, folder) is var full && Directory.Exists(full)
        ? full
        : throw new CommandError($"There is no folder of prompts '{path}': name one that has a folder 'answer' with skprompt.txt and config.json.");

    private static ImmutableDictionary<string, string?> SettingsOf(string written) => written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(each => each.Split('=', 2) is [{ Length: > 0 } key, var value] ? KeyValuePair.Create(key.Trim(), (string?)value.Trim())
            : throw new CommandError($"--set '{each}' is no setting: write it like Answering:AnswerFrom=0.6."))
        .ToImmutableDictionary();

    private static ImmutableDictionary<string, string?> Setting(string key, string value) => ImmutableDictionary<string, string?>.Empty.Add(key, value);
}
