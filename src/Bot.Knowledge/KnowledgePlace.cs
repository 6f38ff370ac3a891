namespace Bot.Knowledge;

/// <summary>Where a relative path of articles leads: below the working folder, else beside the executable, where they are shipped.</summary>
public static class KnowledgePlace
{
    /// <summary>The whole path; an empty one stays empty, for its own validation to complain of.</summary>
    /// <param name="path">The setting.</param>
    /// <param name="folder">The working folder.</param>
    public static string Of(string path, string folder) => Of(path, folder, AppContext.BaseDirectory);

    internal static string Of(string path, string folder, string beside)
    {
        if (string.IsNullOrEmpty(path))
        {
            return path;
        }

        string[] places = [Path.GetFullPath(path, folder), Path.GetFullPath(path, beside)];
        return places.FirstOrDefault(Path.Exists) ?? places[0];
    }
}
