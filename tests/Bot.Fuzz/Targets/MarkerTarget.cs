using System.Collections.Immutable;
using System.Text;
using Bot.Answering.Checking;
using Bot.Answering.Composing;
using Bot.Fuzz.Running;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Reading.Files;

namespace Bot.Fuzz.Targets;

/// <summary>What a model may write: its markers are read, and its sentences checked.</summary>
internal sealed class MarkerTarget : IFuzzTarget
{
    private const string Article =
        "# A dam\n\nThe dam, built in 1974, had held back 40 million cubic metres of water.\n\nInterior Minister Lena Okafor said that the repairs could take six to nine months. \"We will rebuild every house,\" she said.\n\nThe opposition Green Alliance claims the government ignored three warnings [2].";

    private static readonly ImmutableArray<NumberedPassage> Passages =
        [.. PassageSplitter.Split(ArticleTarget.Reader().Read(new ArticleSource("dam.md", Encoding.UTF8.GetBytes(Article)), CancellationToken.None).Articles[0]).Select((passage, at) => new NumberedPassage(at + 1, passage))];

    public string Name => "markers";

    public string Promise => "However it is cut, the same markers are read; what is kept cites exact words within one sentence, has numbers from 1 on, and no words that look like a marker.";

    public IReadOnlyList<byte[]> Seeds { get; } = Texts.Of(
        "The dam was built in 1974 [1]. It held back 40 million cubic metres of water [1][2].",
        "Repairs could take six to nine months, said Lena Okafor【2】. \"We will rebuild every house,\" she said (2).",
        "The Green Alliance claims that the government ignored three warnings³. NOT_STATED",
        "Here is the answer:\n\n- **The dam** was built in 1974 [1, 2-3]\n- It failed [^1] [source 2]");

    public IReadOnlyList<string> Words { get; } =
        ["[1]", "[2]", "[1][2]", "[1, 2]", "[1-3]", "[^1]", "【1†source】", "(1)", "¹", "²³", "[[1]]", "[", "]", "【", "】", "(", ")", "[99]", "[0]", "[-1]", "[source 1]", "[passage 2]", ". ", "\n", "\n\n", "- ", "1. ", "**", "NOT_STATED", "1974", "not ", "“", "”", "\"", "Lena Okafor", "40 million", "The dam", "[1", "1]"];

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(input);
        var whole = MarkerStream.Read(text, Passages.Length);
        BrokenPromiseException.Unless(InPieces(text, 1 + (input.Length % 7)) is var pieces && pieces.Text == whole.Text && pieces.Invented == whole.Invented && Same(pieces, whole), "Cut into pieces it is read otherwise.");
        BrokenPromiseException.Unless(whole.Markers.All(marker => marker.At >= 0 && marker.At <= whole.Text.Length && marker.Numbers.All(number => number >= 1 && number <= Passages.Length)), "A marker stands nowhere or names no passage.");
        BrokenPromiseException.Unless(MarkerStream.Read(MarkerStream.Without(text), 0).Markers.IsEmpty, "Without its markers it has markers.");
        var checkedText = Checker.Check(text, Passages, "en");
        Hold(checkedText);
        return new($"{Texts.Size(whole.Markers.Length)} {Texts.Size(whole.Invented)} {checkedText.Claims.Length} {string.Join(',', checkedText.Verdicts.Select(verdict => verdict.Outcome).Take(6))} {checkedText.SaysNotStated}");
    }

    private static void Hold(CheckResult result)
    {
        var shown = 0;
        foreach (var claim in result.Claims)
        {
            BrokenPromiseException.Unless(!claim.Citations.IsEmpty, "A claim without a citation.");
            BrokenPromiseException.Unless(MarkerStream.Read(claim.Text, Passages.Length).Markers.IsEmpty, "A claim's words look like a marker.");
            foreach (var citation in claim.Citations)
            {
                BrokenPromiseException.Unless(citation.Number >= 1 && citation.Number <= shown + 1, "Numbers do not go from 1 on.");
                shown = Math.Max(shown, citation.Number);
                BrokenPromiseException.Unless(
                    citation.Field is not null || (citation.Quote == citation.Article.Text[citation.Span.Start..citation.Span.End] && citation.Passage!.Sentences.Any(sentence => sentence.Contains(citation.Span))),
                    "A citation is not within one sentence.");
            }
        }
    }

    private static bool Same(MarkedText one, MarkedText other) =>
        one.Markers.Length == other.Markers.Length && one.Markers.Zip(other.Markers).All(pair => pair.First.At == pair.Second.At && pair.First.Numbers.SequenceEqual(pair.Second.Numbers));

    private static MarkedText InPieces(string text, int size)
    {
        var stream = new MarkerStream(Passages.Length);
        for (var at = 0; at < text.Length; at += size)
        {
            stream.Push(text.AsSpan(at, Math.Min(size, text.Length - at)));
        }

        return stream.Finish();
    }
}
