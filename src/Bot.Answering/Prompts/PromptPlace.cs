namespace Bot.Answering.Prompts;

/// <summary>Where a prompt's files are: below the working folder, then beside the executable.</summary>
internal static class PromptPlace
{
    public const string Template = "skprompt.txt";
    public const string Config = "config.json";

    /// <summary>The folder of prompts below the working folder, which editors write to.</summary>
    public static string Own(PromptOptions options) => Path.GetFullPath(options.Path);

    /// <summary>The prompt's folder, or where it should be.</summary>
    public static string Of(PromptOptions options, string name)
    {
        string[] folders = [Own(options), Path.Combine(AppContext.BaseDirectory, options.Path)];
        return folders.Select(path => Path.Combine(path, name)).FirstOrDefault(Directory.Exists) ?? Path.Combine(folders[0], name);
    }
}
