using System.ComponentModel.DataAnnotations;

namespace Bot.Answering.Prompts;

/// <summary>Where the prompts are. Bound to the section <c>Prompts</c>. Without a model they have no effect.</summary>
public sealed class PromptOptions
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Prompts";

    /// <summary>
    /// The folder that holds one folder a prompt. A relative one is looked for below the current directory, then beside the executable.
    /// </summary>
    [Required(AllowEmptyStrings = false,
        ErrorMessage = "Prompts:Path is empty; name the folder of prompts, or remove the setting for 'prompts'.")]
    public string Path { get; set; } = "prompts";
}
