using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Prompts;

/// <summary>The prompts' templates as editors read and save them.</summary>
/// <param name="options">Where they are.</param>
public sealed class PromptDesk(IOptions<PromptOptions> options)
{
    private static readonly ImmutableArray<PromptSignature> Signatures = [PromptSignature.Answer, PromptSignature.StandaloneQuestion, PromptSignature.Judge, PromptSignature.SuggestTests];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The prompts there are.</summary>
    public static ImmutableArray<string> Names => [.. Signatures.Select(signature => signature.Name)];

    /// <summary>The template on disk; empty when there is none.</summary>
    public string Read(string name)
    {
        var file = Path.Combine(PromptPlace.Of(options.Value, SignatureOf(name).Name), PromptPlace.Template);
        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
    }

    /// <summary>Writes a template to disk, where every answer uses it from then on.</summary>
    /// <param name="draft">The new template.</param>
    /// <param name="read">The template that it was made from.</param>
    /// <returns>Why it was not saved; empty when it was.</returns>
    public ImmutableArray<string> Save(PromptDraft draft, string read)
    {
        var signature = SignatureOf(draft.Name);
        var folder = Path.Combine(PromptPlace.Own(options.Value), signature.Name);
        if (!Directory.Exists(folder))
        {
            return [$"There is no folder '{folder}': copy the prompt there first, as those beside the program are replaced with it."];
        }

        if (Read(draft.Name) != read)
        {
            return [$"The file of '{draft.Name}' was changed since it was read: copy what you wrote, read it again, and put it in."];
        }

        var (template, config) = (Path.Combine(folder, PromptPlace.Template), Path.Combine(folder, PromptPlace.Config));
        var words = draft.Template.ReplaceLineEndings("\n");
        var problems = new PromptReader(signature, template, config).Read(words, File.ReadAllText(config)).Problems;
        if (problems.IsEmpty)
        {
            // Whoever reads it meanwhile finds the old one or the new one, and nothing between.
            var made = template + ".new";
            File.WriteAllText(made, words, Utf8);
            File.Move(made, template, overwrite: true);
        }

        return [.. problems.Select(problem => problem.ToString())];
    }

    private static PromptSignature SignatureOf(string name) => Signatures.FirstOrDefault(signature => signature.Name == name)
        ?? throw new ArgumentException($"There is no prompt '{name}': there are {string.Join(", ", Names)}.", nameof(name));
}
