namespace Bot.Knowledge.Keeping;

/// <summary>Where an article stands in the file it was read from.</summary>
/// <param name="Key">The file, see <see cref="KeptVersion.KeyOf"/>.</param>
/// <param name="Ordinal">Which of its articles, from 0.</param>
/// <param name="Count">How many articles it has.</param>
internal readonly record struct KeptPlace(string Key, int Ordinal, int Count);
