namespace Bot.Evaluation.Claims;

/// <summary>A hash of a text that is the same in each process (FNV-1a), unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        var hash = text.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));

        // Its lowest bits alone follow the letters' too closely.
        return hash ^ (hash >> 15);
    }
}
