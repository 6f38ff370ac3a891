using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answering.Questions;
using Bot.Answering.Tests.ScriptedModel;
using CsCheck;

namespace Bot.Answering.Tests.Pipeline;

/// <summary>Two hundred questions of random words, and a model that answers at random: what is said keeps its promises (the bot checks).</summary>
public sealed partial class RandomQuestionTests
{
    private const int Questions = 200;

    private static readonly (string Name, string Text)[] Files =
        [Shelves.PortFile, Shelves.LighthouseFile, Shelves.MarketFile, Shelves.PoolFile, .. Shelves.Disagreeing, .. Shelves.Superseding];

    private static readonly string[] Words = [.. Files.SelectMany(file => Word().Matches(Body(file.Text)).Select(match => match.Value)).Distinct()];

    private static readonly string[] Sentences =
        [.. Files.SelectMany(file => Body(file.Text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).SelectMany(block => block.Split(". "))];

    private static readonly Gen<string> AnyQuestion = Gen.Select(
        One("Who", "When", "Where", "How many", "What", "Why", "Is", "Did", "What did", "Wie viel", "List", ""),
        One(Words).Array[1, 6],
        (opening, words) => $"{opening} {string.Join(' ', words)}?");

    private static readonly Gen<string> AnyMarker = Gen.OneOf(
        Gen.Int[0, 12].Select(number => $" [{number}]"),
        Gen.Int[0, 12].Select(number => $"【{number}】"),
        Gen.Int[0, 9].Select(number => $"[^{number}]"),
        Gen.Int[0, 9].Select(number => $" ({number})"),
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], (left, right) => $" [{left}, {right}]"),
        Gen.Const(""));

    private static readonly Gen<string> AnySentence = Gen.Select(One(Sentences), One(Sentences), One(Words), Gen.Int[0, 8], Corrupt);

    private static readonly Gen<string> AnyReply = Gen.Select(AnySentence, AnyMarker, One(" ", "\n", "\n- "), (text, marker, end) => $"{text.TrimEnd('.')}{marker}.{end}")
        .Array[1, 4].Select(string.Concat);

    [Fact]
    public async Task Whatever_is_asked_without_a_model()
    {
        await using var bot = AskedBot.Over(Files);
        foreach (var question in Samples(AnyQuestion))
        {
            await Explained(bot, question, "");
        }
    }

    [Fact]
    public async Task Whatever_is_asked_and_whatever_the_model_writes()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, Files);
        foreach (var (question, reply) in Samples(Gen.Select(AnyQuestion, AnyReply)))
        {
            var asked = server.Requests.Count;
            server.Replies([.. reply.Chunk(40).Select(characters => new string(characters))]);
            await Explained(bot, question, reply);
            if (server.Requests.Count == asked)
            {
                server.TakesBack();
            }
        }
    }

    private static async Task Explained(AskedBot bot, string question, string reply)
    {
        try
        {
            await bot.AskAsync(new Question(question) { Asked = AskedBot.Now });
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"Asked \"{question}\", replied \"{reply}\": {error.Message}", error);
        }
    }

    private static string Corrupt(string sentence, string other, string word, int how) => how switch
    {
        0 => Number().Replace(sentence, match => (long.Parse(match.Value, CultureInfo.InvariantCulture) + 7).ToString(CultureInfo.InvariantCulture)),
        1 => Capital().Replace(sentence, word, 1),
        2 => $"“{other}”, {sentence}",
        3 => $"{sentence} and {other}",
        4 => sentence.Replace(" was ", " was not ", StringComparison.Ordinal),
        5 => Capital().Replace(sentence, Capital().Match(other).Value, 1),
        _ => sentence,
    };

    private static Gen<string> One(params string[] all) => Gen.Int[0, all.Length - 1].Select(at => all[at]);

    private static string Body(string file) => file[(file.IndexOf("---\n\n", StringComparison.Ordinal) + 5)..];

    private static IEnumerable<T> Samples<T>(Gen<T> any) => Enumerable.Range(1, Questions).Select(seed => any.Generate(new PCG((uint)seed, 31), null, out _));

    [GeneratedRegex(@"\p{L}{3,}|\d+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[\p{L}\d,;]\s)\p{Lu}\p{L}+")]
    private static partial Regex Capital();
}
