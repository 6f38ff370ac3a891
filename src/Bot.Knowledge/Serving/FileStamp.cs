namespace Bot.Knowledge.Serving;

/// <summary>What tells, without reading it, that a file may have changed.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Modified">When it was last written, in UTC.</param>
/// <param name="IsLinked">Whether a link leads to it.</param>
internal readonly record struct FileStamp(long Length, DateTime Modified, bool IsLinked)
{
    // Two writes within one tick of a file system's clock leave the same stamp; the coarsest clocks in use tick every 2 s.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    /// <summary>The stamp of a file, of a link's target rather than the link; <see langword="null"/> when it is not there.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            FileSystemInfo file = new FileInfo(path);
            var isLinked = file.Attributes.HasFlag(FileAttributes.ReparsePoint) && file.LinkTarget is not null;
            file = isLinked ? file.ResolveLinkTarget(returnFinalTarget: true) ?? file : file;
            return file is FileInfo { Exists: true } found ? new(found.Length, found.LastWriteTimeUtc, isLinked) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a later write is sure to change it.</summary>
    /// <param name="now">When it was taken.</param>
    public bool IsSettled(DateTimeOffset now) => Modified < now.UtcDateTime - Tick;
}
