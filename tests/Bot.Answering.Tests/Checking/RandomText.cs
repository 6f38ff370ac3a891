using CsCheck;

namespace Bot.Answering.Tests.Checking;

/// <summary>Texts as a careless model may write them.</summary>
internal static class RandomText
{
    private static readonly Gen<string> Markers = Gen.OneOf(
        "[1]", "[2]", "[3]", "[4]", "[9]", "[0]", "[1, 2]", "[1][2]", "[2-4]", "【1】", "【3†source】", "[^2]", "(1)", "(7)", "[Source 3]", "[passage 2]", "[#4]", "¹", "²³", "[12]", "[1](http://x.y/z)");

    private static readonly Gen<string> Debris = Gen.OneOf(
        "[", "]", "(", ")", "【", "】", "[[", "]]", "[1", "1]", "\n", "\n\n", " ", ".", "**", "# ", "- ", "\"", "“", "”", "Sources:", "NOT_STATED", "1. ", ",", "[We]", "[2014]", "(1994)", "🙂", "\uD83D", "。", "http://x");

    private static readonly Gen<string> Sentences = Gen.OneOf(
        "The dam was built in 1974.", "More than 12,000 people left Belhaven.", "Some families have returned, but most residents remain in shelters.",
        "Okafor denied that any warning had reached her office.", "The government ignored three warnings.", "Norvia paid 3 million euros to farmers.", "Torvik was founded in 1870.",
        "Here is what I found:", "It ended on Saturday.", "He said so.", "\"We will rebuild every house,\" Okafor said.", "The passages do not say why.", "Water");

    public static Gen<string> Composed { get; } =
        Gen.Frequency((4, Sentences), (4, Markers), (2, Debris), (2, Gen.Const(" "))).Array[0, 14].Select(string.Concat);
}
