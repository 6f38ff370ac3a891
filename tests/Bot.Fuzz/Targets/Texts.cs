using System.Text;

namespace Bot.Fuzz.Targets;

/// <summary>Seeds as texts, and shapes of what came of them.</summary>
internal static class Texts
{
    public static IReadOnlyList<byte[]> Of(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>What a problem says without what the input says.</summary>
    public static string Bare(string message) => string.Concat(message.Where(sign => sign is '\'' or '"' || char.IsAsciiLetter(sign) || sign == ' ').Take(40));

    /// <summary>A count that grows slowly: twice as many is something new, one more is not.</summary>
    public static int Size(int count) => (int)Math.Log2(1 + count);
}
