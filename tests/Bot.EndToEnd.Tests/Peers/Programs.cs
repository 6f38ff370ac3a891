namespace Bot.EndToEnd.Tests.Peers;

/// <summary>Programs of this machine.</summary>
internal static class Programs
{
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>Where a program is; <see langword="null"/> when there is none of that name.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
