namespace Bot.Host.Notices;

/// <summary>Texts that are part of the program.</summary>
internal static class EmbeddedText
{
    /// <summary>The names that begin with <paramref name="folder"/>, in order.</summary>
    public static IEnumerable<string> Names(string folder) =>
        typeof(EmbeddedText).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"The program holds no text '{name}': add it to Resources.", nameof(name));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
