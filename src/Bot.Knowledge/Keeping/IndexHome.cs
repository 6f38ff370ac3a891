using Bot.Knowledge.Search;
using Microsoft.Extensions.Logging;

namespace Bot.Knowledge.Keeping;

/// <summary>Opens the index where the settings say; in memory where they name no place, or where the place fails. Whatever is broken there, the articles are served.</summary>
internal sealed partial class IndexHome(KnowledgeOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Whether an error is one of the place rather than of an article.</summary>
    public static bool IsOfThePlace(Exception error) => error is AggregateException many
        ? many.Flatten().InnerExceptions.Any(IsOfThePlace)
        : error is IOException or UnauthorizedAccessException or ObjectDisposedException;

    public PassageIndex Open()
    {
        if (options.IndexFolder is not { } folder)
        {
            return new();
        }

        IndexSlot? slot = null;
        try
        {
            slot = IndexSlot.Take(Path.GetFullPath(folder), time.GetUtcNow());
            return Open(slot);
        }
        catch (Exception error) when (IsOfThePlace(error))
        {
            slot?.Dispose();
            LogNotKept(folder, error);
            return new();
        }
    }

    /// <summary>Goes on in memory, where the place fails.</summary>
    public PassageIndex Leave(Exception error)
    {
        LogNotKept(options.IndexFolder, error);
        return new();
    }

    /// <summary>Says that what is served now is not on the disk yet.</summary>
    public void Warn(Exception error) => LogNotSafe(options.IndexFolder, error);

    private PassageIndex Open(IndexSlot slot)
    {
        try
        {
            return PassageIndex.Open(slot);
        }
        // Broken bytes come to light as anything.
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogBroken(slot.Path, error);
            slot.Clear();
            return PassageIndex.Open(slot);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The index in '{Folder}' is broken and is made anew from the articles.")]
    private partial void LogBroken(string folder, Exception error);

    [LoggerMessage(LogLevel.Warning, "The index cannot be kept in '{Folder}' and is in memory until the next start. See that the folder can be written and the disk has room.")]
    private partial void LogNotKept(string? folder, Exception error);

    [LoggerMessage(LogLevel.Warning, "The index in '{Folder}' could not be made safe: what changed is indexed again after a restart. See that the disk has room.")]
    private partial void LogNotSafe(string? folder, Exception error);
}
