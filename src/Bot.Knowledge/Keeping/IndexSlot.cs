using System.Globalization;

namespace Bot.Knowledge.Keeping;

/// <summary>
/// One of the numbered folders below <see cref="KnowledgeOptions.IndexFolder"/>. This process alone has it until it lets go or ends, however it
/// ends; another process takes the next, and after a restart each finds one that is filled.
/// </summary>
internal sealed class IndexSlot : IDisposable
{
    private const int Most = 64;

    // Nobody waits for what a process kept that has not come back for so long.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(30);

    private readonly FileStream _lock;

    private IndexSlot(string path, FileStream locked) => (Path, _lock) = (path, locked);

    /// <summary>The folder, which may be missing.</summary>
    public string Path { get; }

    /// <summary>Takes the first folder that nobody has, and deletes those that nobody has had for long.</summary>
    /// <exception cref="IOException">There is no such folder, or it cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static IndexSlot Take(string folder, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        IndexSlot? taken = null;
        for (var number = 1; number <= Most; number++)
        {
            var path = System.IO.Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture));
            if (taken is not null && !Directory.Exists(path))
            {
                break;
            }

            if (TryLock(path) is not { } slot)
            {
                continue;
            }

            if (taken is null)
            {
                File.SetLastWriteTimeUtc(LockOf(path), now.UtcDateTime);
                taken = slot;
                continue;
            }

            using (slot)
            {
                slot.DeleteIfAbandoned(now);
            }
        }

        return taken ?? throw new IOException($"All {Most} folders in '{folder}' are taken by processes that run.");
    }

    /// <summary>Deletes what is in the folder.</summary>
    public void Clear()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static string LockOf(string path) => path + ".lock";

    private static IndexSlot? TryLock(string path)
    {
        try
        {
            // The operating system lets go of it when the process dies. The file stays: were it deleted, two could hold one each of that name.
            return new(path, new FileStream(LockOf(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(LockOf(path)))
        {
            return null;
        }
    }

    private void DeleteIfAbandoned(DateTimeOffset now)
    {
        if (File.GetLastWriteTimeUtc(LockOf(Path)) < now.UtcDateTime - Abandoned)
        {
            Clear();
        }
    }
}
