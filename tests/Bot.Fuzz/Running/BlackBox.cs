using System.IO.MemoryMappedFiles;

namespace Bot.Fuzz.Running;

/// <summary>Holds the input that is being read where it outlives this process: an overflow of the stack leaves no time to save it.</summary>
internal sealed class BlackBox : IDisposable
{
    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public BlackBox(string path)
    {
        _path = path;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, mapName: null, sizeof(int) + FuzzRun.MostBytes);
        _view = _file.CreateViewAccessor();
    }

    /// <summary>The input that a process left behind; <see langword="null"/> when it ended well.</summary>
    public static byte[]? Left(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        return bytes.AsSpan(sizeof(int), Math.Clamp(BitConverter.ToInt32(bytes), 0, bytes.Length - sizeof(int))).ToArray();
    }

    public void Hold(byte[] input)
    {
        _view.Write(0, input.Length);
        _view.WriteArray(sizeof(int), input, 0, input.Length);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
        File.Delete(_path);
    }
}
