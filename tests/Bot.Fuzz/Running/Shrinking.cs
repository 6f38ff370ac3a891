using System.Diagnostics;

namespace Bot.Fuzz.Running;

/// <summary>Leaves out of a failing input what it fails without.</summary>
internal static class Shrinking
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task<byte[]> ShrinkAsync(IFuzzTarget target, byte[] input, string fault, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var size = input.Length / 2; size > 0;)
        {
            var shorter = false;
            for (var at = 0; at < input.Length && Stopwatch.GetElapsedTime(started) < Longest; at += size)
            {
                byte[] without = [.. input[..at], .. input[Math.Min(input.Length, at + size)..]];
                if ((await Outcome.OfAsync(target, without, cancellationToken)).Fault == fault)
                {
                    (input, shorter, at) = (without, true, at - size);
                }
            }

            size = shorter && size < input.Length ? size : size / 2;
        }

        return input;
    }
}
