namespace Bot.Evaluation.Sets;

/// <summary>A number made of a text, the same in every process, as string.GetHashCode is not (FNV-1a).</summary>
internal static class Seed
{
    public static uint Of(string text) => text.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));
}
