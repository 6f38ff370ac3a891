using System.Globalization;

namespace Bot.Host.Soak.Lasting;

/// <summary>
/// Whether something stays flat. What is seen after the warm-up is cut into ten pieces of equal length, each is its median, and a line is laid through
/// these by least squares: so neighbouring samples, which are alike, count once. Flat is what grows, at the upper end of the slope's 95 % interval
/// (Student's t, eight degrees of freedom), by no more than is allowed within half an hour.
/// </summary>
internal sealed record Trend(string Name, double Mean, double Growth, double Upper, double Allowed)
{
    private const int Pieces = 10;
    private const double Student = 2.306;
    private const double Share = 0.05;
    private const double HalfHour = 30;

    public bool IsFlat => Upper <= Allowed;

    /// <summary>The trend of some values.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="values">Each with its minute, after the warm-up, in order.</param>
    /// <param name="least">What may be added whatever the share of it is: a few handles are no leak.</param>
    /// <returns>The trend; <see langword="null"/> when there are too few values to tell.</returns>
    public static Trend? Of(string name, IReadOnlyList<(double Minute, double Value)> values, double least)
    {
        if (values.Count < 2 * Pieces)
        {
            return null;
        }

        (double X, double Y)[] pieces = [.. Enumerable.Range(0, Pieces).Select(piece => Piece(values, piece))];
        var (x, y) = (pieces.Average(piece => piece.X), pieces.Average(piece => piece.Y));
        var spread = pieces.Sum(piece => (piece.X - x) * (piece.X - x));
        var slope = pieces.Sum(piece => (piece.X - x) * (piece.Y - y)) / spread;
        var residual = pieces.Sum(piece => Math.Pow(piece.Y - y - (slope * (piece.X - x)), 2));
        var error = Math.Sqrt(residual / (Pieces - 2) / spread);
        return new(name, y, slope * HalfHour, (slope + (Student * error)) * HalfHour, Math.Max(Share * y, least));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: mean {Mean:0.0}, grows by {Growth:+0.0;-0.0;0.0} in half an hour, at most {Upper:+0.0;-0.0;0.0} (95 %), {Allowed:0.0} allowed: {(IsFlat ? "flat" : "NOT SHOWN TO BE FLAT")}");

    private static (double X, double Y) Piece(IReadOnlyList<(double Minute, double Value)> values, int piece)
    {
        var (from, to) = (values.Count * piece / Pieces, values.Count * (piece + 1) / Pieces);
        var some = values.Skip(from).Take(to - from).ToArray();
        return (some.Average(value => value.Minute), some.Select(value => value.Value).Order().ElementAt(some.Length / 2));
    }
}
