namespace Bot.Knowledge.Tests.Reading;

/// <summary>Finds files of the repository, wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Bot.sln"))
            ? folder.FullName
            : Find(folder.Parent ?? throw new InvalidOperationException("No folder above the tests holds Bot.sln."));
}
