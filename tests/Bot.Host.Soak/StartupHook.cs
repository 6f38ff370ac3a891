using System.Globalization;

/// <summary>
/// Loaded into a host by its runtime (https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md): writes down each second
/// what only the process itself knows of its memory.
/// </summary>
internal static class StartupHook
{
    /// <summary>The variable that names the file.</summary>
    public const string FileVariable = "BOT_SOAK_STATE";

    /// <summary>Held, so that it goes on.</summary>
    public static ITimer? Timer { get; private set; }

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file)
        {
            Timer = TimeProvider.System.CreateTimer(_ => Write(file), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        }
    }

    private static void Write(string file)
    {
        long[] numbers = [GC.GetGCMemoryInfo().HeapSizeBytes, GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];
        try
        {
            File.WriteAllText($"{file}.new", string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))));
            File.Move($"{file}.new", file, overwrite: true);
        }
        catch (IOException)
        {
            // Whoever wanted to know is gone.
        }
    }
}
