namespace Bot.Knowledge.Search;

/// <summary>BM25 as Robertson and Zaragoza (2009) define it, for one field.</summary>
/// <param name="K1">How slowly a word's repetitions stop counting; 0 counts presence only.</param>
/// <param name="B">How much a long field is held against it, 0 to 1.</param>
internal readonly record struct Bm25(double K1, double B)
{
    /// <summary>How telling a word is that <paramref name="holding"/> of <paramref name="all"/> sentences hold; always positive.</summary>
    public static double InverseDocumentFrequency(int holding, int all) => Math.Log(1 + ((all - holding + 0.5) / (holding + 0.5)));

    /// <summary>A word's share of a field's score, before its inverse document frequency.</summary>
    /// <param name="frequency">How often the field holds the word, at least 1.</param>
    /// <param name="length">How many terms the field has.</param>
    /// <param name="average">How many terms such a field has on average.</param>
    public double Saturation(int frequency, int length, double average) =>
        frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * length / average))));

    /// <summary>The most that <see cref="Saturation"/> can be for a field of whatever length that holds a word so often, or less often.</summary>
    public double Most(int frequency) => frequency * (K1 + 1) / (frequency + (K1 * (1 - B)));
}
