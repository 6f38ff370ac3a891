using System.Security.Cryptography;
using System.Text;

namespace Bot.Conversations.Records.Keys;

/// <summary>The wrapping key of a SQLite record whose operator sets none: a file beside it that only its owner can read.</summary>
internal static class KeyFile
{
    private const string Ending = ".key";

    /// <summary>Where it is.</summary>
    public static string Of(RecordOptions options) => options.Path + Ending;

    /// <summary>Reads it; makes it when it is missing.</summary>
    /// <exception cref="InvalidDataException">It cannot be read or made, or holds no key.</exception>
    public static WrappingKey Open(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }

            return WrappingKey.TryRead(File.ReadAllText(path))
                ?? throw new InvalidDataException($"'{path}' is no key (it is not shown here): put back the file that was made with the record, or set Records:Key.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The record's key '{path}' can be neither read nor made: let Bot write in its folder, or name another record with Records:Path.", error);
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var fresh = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new StreamWriter(fresh, Encoding.ASCII, options))
        {
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(WrappingKey.Shortest)));
        }

        try
        {
            // Whole or not at all, and the first of two processes wins.
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
    }
}
