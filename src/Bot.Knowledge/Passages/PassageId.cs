using System.Globalization;

namespace Bot.Knowledge.Passages;

/// <summary>Names a passage: <c>slug#7</c> is the seventh passage of the article <c>slug</c>.</summary>
/// <param name="Article">The article's slug.</param>
/// <param name="Ordinal">The passage's place in its article, from 1.</param>
public readonly record struct PassageId(string Article, int Ordinal)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Article}#{Ordinal}");
}
