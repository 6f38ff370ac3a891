namespace Bot.Benchmarks.Data;

/// <summary>Names that nobody bears, put together from syllables: as many as are needed, the same ones each time.</summary>
internal static class MadeUpNames
{
    private static readonly string[] Beginnings = "Bar Cal Dor El Fen Gar Hol Is Jor Kel Lor Mar Nor Ol Pel Quen Ros Sal Tor Ul Ver Wil Yar Zel".Split(' ');
    private static readonly string[] Middles = "a ba de di fa ga hi ka lo mi na o pe ri sa ta u va we zo".Split(' ');
    private static readonly string[] OfPlaces = "bridge by combe dale ford ham mere moor port stead thorpe ton vale wick worth".Split(' ');
    private static readonly string[] OfPeople = "bert croft dell ger hart kin lock man nell quist ric sen son stad well".Split(' ');

    /// <summary>A town.</summary>
    public static string Place(int number) => Name(number, OfPlaces);

    /// <summary>A person, first name and family name.</summary>
    public static string Person(int number) =>
        $"{Beginnings[number % Beginnings.Length]}{Middles[number / 7 % Middles.Length]}n {Name((number * 31) + 5, OfPeople)}";

    private static string Name(int number, string[] ends)
    {
        var rest = number;
        var name = Beginnings[Take(ref rest, Beginnings.Length)];
        var end = ends[Take(ref rest, ends.Length)];
        do
        {
            name += Middles[Take(ref rest, Middles.Length)];
        }
        while (rest > 0);

        return name + end;
    }

    private static int Take(ref int rest, int of)
    {
        (var whole, var left) = Math.DivRem(rest, of);
        rest = whole;
        return left;
    }
}
