using Microsoft.Extensions.Options;

namespace Bot.Knowledge;

/// <summary>Says where the index must not be kept.</summary>
internal sealed class KnowledgeOptionsValidator : IValidateOptions<KnowledgeOptions>
{
    private const string Name = $"{KnowledgeOptions.Section}:{nameof(KnowledgeOptions.IndexFolder)}";

    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options)
    {
        if (options.IndexFolder is not { } folder)
        {
            return ValidateOptionsResult.Success;
        }

        if (string.IsNullOrWhiteSpace(folder))
        {
            return ValidateOptionsResult.Fail($"{Name} is '{folder}', which names no folder: name one, or leave the setting out to keep the index in memory.");
        }

        // Else each change of the index would count as a change of the articles.
        return !string.IsNullOrWhiteSpace(options.Path) && IsWithin(Path.GetFullPath(folder), Path.GetFullPath(options.Path))
            ? ValidateOptionsResult.Fail($"{Name} is '{folder}', which lies within the articles' folder '{options.Path}': name a folder beside it.")
            : ValidateOptionsResult.Success;
    }

    private static bool IsWithin(string inner, string outer) => Path.GetRelativePath(outer, inner) is var way && way != ".." && !way.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(way);
}
