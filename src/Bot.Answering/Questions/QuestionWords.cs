using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Bot.Answering.Lexicons.Senses;

namespace Bot.Answering.Questions;

/// <summary>The words by which a language asks, as data: one embedded file a language, English where there is none.</summary>
internal sealed class QuestionWords
{
    private const string Fallback = "en";

    private static readonly ConcurrentDictionary<string, QuestionWords> Loaded = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, FrozenSet<string>> _lists;

    private QuestionWords(JsonElement file)
    {
        PhrasalVerbs = new(file);
        Types = file.GetProperty("types").EnumerateObject()
            .SelectMany(type => type.Value.EnumerateArray().Select(phrase => (Phrase: Fold(phrase), Type: TypeOf(type.Name))))
            .OrderByDescending(entry => entry.Phrase.Length)
            .ToArray();
        AskingWords = [.. Types.Select(type => type.Phrase.Split(' ')[0]).Distinct(StringComparer.Ordinal)];
        _lists = file.EnumerateObject()
            .Where(property => property.Value.ValueKind == JsonValueKind.Array)
            .ToFrozenDictionary(
                property => property.Name,
                property => property.Value.EnumerateArray().Select(Fold).ToFrozenSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
        Roles = Enum.GetValues<WordRole>().Where(role => role < WordRole.Function)
            .SelectMany(role => List($"{JsonNamingPolicy.CamelCase.ConvertName(role.ToString())}s").Select(word => (Word: word, Role: role)))
            .DistinctBy(each => each.Word).ToFrozenDictionary(each => each.Word, each => each.Role, StringComparer.Ordinal);
        Figures = new(file, List);
        (Openers, Determiners) = (InOrder("yesNo"), InOrder("determiners"));
        Endings = file.TryGetProperty("endings", out var endings) ? [.. endings.EnumerateArray().Select(ending => ending.GetString()!)] : [];

        ImmutableArray<string> InOrder(string name) => file.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(Fold)] : [];
    }

    /// <summary>Question phrases with the type they ask for, longest first, so that "how many" wins over "how".</summary>
    public IReadOnlyList<(string Phrase, AnswerType Type)> Types { get; }

    /// <summary>The words that ask: with which the phrases begin. Short answers were taught by their places: train again when they change.</summary>
    public ImmutableArray<string> AskingWords { get; }

    /// <summary>What opens a question answered by yes or no, and follows the asking word of another: in the list's order, by which short answers were taught.</summary>
    public ImmutableArray<string> Openers { get; }

    /// <summary>Articles and what stands in their place, in the list's order, by which short answers were taught.</summary>
    public ImmutableArray<string> Determiners { get; }

    /// <summary>Words around numbers and dates.</summary>
    public FigureWords Figures { get; }

    /// <summary>Verbs of two words, and the plain ones that texts mostly have.</summary>
    public PhrasalVerbs PhrasalVerbs { get; }

    /// <summary>Words that open a question answered by yes or no.</summary>
    public FrozenSet<string> YesNo => List("yesNo");

    /// <summary>Phrases that ask for several things.</summary>
    public FrozenSet<string> Several => List("list");

    /// <summary>Phrases that ask what an article is about.</summary>
    public FrozenSet<string> Summary => List("summary");

    /// <summary>Phrases that ask for a summary only when nothing else is said.</summary>
    public FrozenSet<string> SummaryAlone => List("summaryOnly");

    /// <summary>Openings of a question for whatever is said about something.</summary>
    public FrozenSet<string> Topics => List("topics");

    /// <summary>Openings of a question for what is to come of something.</summary>
    public FrozenSet<string> Outlook => List("outlook");

    /// <summary>Phrases that ask what is to come only when nothing else is said.</summary>
    public FrozenSet<string> OutlookAlone => List("outlookOnly");

    /// <summary>Words of a sentence that tells what is to come.</summary>
    public FrozenSet<string> OutlookCues => List("outlookCues");

    /// <summary>Words that such a sentence often has, and others too.</summary>
    public FrozenSet<string> OutlookHints => List("outlookHints");

    /// <summary>Words for a photo.</summary>
    public FrozenSet<string> Photo => List("photo");

    /// <summary>Words for an article.</summary>
    public FrozenSet<string> Article => List("article");

    /// <summary>Words that say what an article is about.</summary>
    public FrozenSet<string> About => List("about");

    /// <summary>Phrases that greet.</summary>
    public FrozenSet<string> Greetings => List("greetings");

    /// <summary>Phrases that thank or take leave.</summary>
    public FrozenSet<string> Thanks => List("thanks");

    /// <summary>Phrases that ask what Bot is.</summary>
    public FrozenSet<string> Abilities => List("abilities");

    /// <summary>Phrases that press for an answer the articles don't give.</summary>
    public FrozenSet<string> Pressure => List("pressure");

    /// <summary>Verbs of saying in a question.</summary>
    public FrozenSet<string> Speech => List("speech");

    /// <summary>Words that point at something said before.</summary>
    public FrozenSet<string> Pronouns => List("pronouns");

    /// <summary>Openings of a question that goes on from the last one.</summary>
    public FrozenSet<string> Continuations => List("continuations");

    /// <summary>Words that carry no content in a question.</summary>
    public FrozenSet<string> Function => List("function");

    /// <summary>Phrases that say what something is or is called.</summary>
    public FrozenSet<string> Definitions => List("definitions");

    /// <summary>Words that introduce a reason.</summary>
    public FrozenSet<string> ReasonCues => List("reasonCues");

    /// <summary>What a word does in a sentence, without content of its own.</summary>
    public IReadOnlyDictionary<string, WordRole> Roles { get; }

    /// <summary>How words end that are no names, such as verbs and adverbs.</summary>
    public ImmutableArray<string> Endings { get; }

    /// <summary>Words before a deed that make its subject suffer it: "was" in "was built".</summary>
    public FrozenSet<string> Passives => List("passives");

    /// <summary>Words behind a comma that go on to somebody else.</summary>
    public FrozenSet<string> Contrasts => List("contrasts");

    /// <summary>Words that say what something is or becomes.</summary>
    public FrozenSet<string> Beings => List("beings");

    /// <summary>Openings of a question that whole sentences answer, and no few words.</summary>
    public FrozenSet<string> Whole => List("whole");

    /// <summary>Verbs that help to ask and leave the other one behind the subject: "did" in "what did she find".</summary>
    public FrozenSet<string> Supports => List("supports");

    /// <summary>Nouns that leave to another what sort of thing is asked for: "kind" in "what kind of fish".</summary>
    public FrozenSet<string> Kinds => List("kinds");

    /// <summary>What a word is by itself: without content where these lists say so.</summary>
    /// <param name="word">As it is written.</param>
    /// <param name="senses">What is known of the other words of the question's language, whose own these lists may not be.</param>
    public WordSense SenseOf(string word, WordSenses senses) =>
        !senses.IsEmpty && word.ToLowerInvariant() is var written && (Roles.ContainsKey(written) || Pronouns.Contains(written)) ? new(WordUse.Function, 0) : senses.Find(word);

    /// <summary>Phrases that ask for one field of the front matter.</summary>
    public FrozenSet<string> Field(string name) => List(name);

    /// <summary>The words of a language, or of English where it has no file.</summary>
    public static QuestionWords Of(string language) => Loaded.GetOrAdd(language, Load);

    /// <summary>The language whose words of asking a text has most of; <see langword="null"/> when two have equally many or none has any.</summary>
    /// <param name="text">A question too short to tell its language otherwise.</param>
    /// <param name="languages">The languages it may be in.</param>
    public static string? Guess(string text, IEnumerable<string> languages)
    {
        var words = Phrases.Of(text).Words;
        var counts = languages.Select(language => (Language: language, Count: words.Count(Of(language).Function.Contains))).OrderByDescending(entry => entry.Count).Take(2).ToArray();
        return counts is [{ Count: > 0 } best, var next] && best.Count > next.Count ? best.Language : null;
    }

    private static QuestionWords Load(string language)
    {
        using var stream = typeof(QuestionWords).Assembly.GetManifestResourceStream($"Bot.Answering.Questions.Words.{language}.json");
        if (stream is null)
        {
            return Of(Fallback);
        }

        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement);
    }

    private static string Fold(JsonElement phrase) => Phrases.Of(phrase.GetString()!).Text;

    private static AnswerType TypeOf(string name) => Enum.Parse<AnswerType>(name, ignoreCase: true);

    private FrozenSet<string> List(string name) => _lists.GetValueOrDefault(name) ?? FrozenSet<string>.Empty;
}
