namespace Bot.Knowledge.Reading.Files;

/// <summary>A file as it was found.</summary>
/// <param name="File">Its name in problems.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record ArticleSource(string File, byte[] Bytes)
{
    public string Slug => ArticleSlug.Of(File);

    /// <summary>Where a page was got from, which its links are relative to; <see langword="null"/> of a file.</summary>
    public Uri? Address { get; init; }

    public static ArticleSource Load(string file, string path, int maxBytes)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > maxBytes)
            {
                throw TooLarge(stream.Length, maxBytes, path);
            }

            // A file that is being written may grow between the two looks; one byte more than announced is enough to notice.
            var bytes = new byte[stream.Length + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length < bytes.Length
                ? new(file, bytes[..length])
                : throw new UnreadableException(null, "It grew while it was read.",
                "It is read again when it is changed again; save it once more.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(
                null, $"It cannot be opened: {error.Message}", "Check that it exists and that its permissions allow reading.");
        }
    }

    private static UnreadableException TooLarge(long length, int maxBytes, string path)
    {
        var setting = ArticleSlug.IsCollection(path) ? nameof(KnowledgeOptions.MaxCollectionBytes) : nameof(KnowledgeOptions.MaxFileBytes);
        return new(null, $"It has {length} bytes; the limit is {maxBytes}.", $"Shorten it, or raise {KnowledgeOptions.Section}:{setting}.");
    }
}
