using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Evaluation.Sets;

/// <summary>Articles with questions whose answers are known: <c>NAME.articles.jsonl</c> and <c>NAME.questions.jsonl</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ArticlesPath">The file of its articles.</param>
/// <param name="Articles">Its articles.</param>
/// <param name="Questions">Its questions.</param>
public sealed record QuestionSet(string Name, string ArticlesPath, ImmutableArray<SetArticle> Articles, ImmutableArray<SetQuestion> Questions)
{
    private const string ArticlesEnding = ".articles.jsonl";
    private const string QuestionsEnding = ".questions.jsonl";

    /// <summary>Reads the sets of a folder, in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">Only these; all when there are none.</param>
    /// <param name="quick">Only the questions of the small subsets.</param>
    /// <exception cref="InvalidDataException">There is no such folder or set, or a line of it can't be read.</exception>
    public static ImmutableArray<QuestionSet> Read(string folder, ImmutableArray<string> names, bool quick)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"There is no folder '{folder}': name one with files NAME{QuestionsEnding} and NAME{ArticlesEnding}.");
        }

        var known = Directory.EnumerateFiles(folder, $"*{QuestionsEnding}").Select(path => Path.GetFileName(path)[..^QuestionsEnding.Length])
            .Order(StringComparer.Ordinal).ToImmutableArray();
        return names.Except(known).FirstOrDefault() is { } unknown
            ? throw new InvalidDataException($"There is no set '{unknown}' in '{folder}', which has {(known.IsEmpty ? "none" : string.Join(", ", known))}.")
            : [.. known.Where(name => names.IsEmpty || names.Contains(name)).Select(name => ReadOne(folder, name, quick))];
    }

    private static QuestionSet ReadOne(string folder, string name, bool quick)
    {
        var articles = Path.Combine(folder, name + ArticlesEnding);
        var questions = Lines(Path.Combine(folder, name + QuestionsEnding), SetJson.Default.SetQuestion);
        return new(name, articles, Lines(articles, SetJson.Default.SetArticle), quick ? questions.RemoveAll(question => !question.Quick) : questions);
    }

    private static ImmutableArray<T> Lines<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var lines = ImmutableArray.CreateBuilder<T>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                lines.Add(JsonSerializer.Deserialize(line, type) ?? throw new JsonException("It is null."));
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{path}, line {number}: {error.Message} Each line is one JSON object of the question sets' format.");
            }
        }

        return lines.DrainToImmutable();
    }
}

[JsonSerializable(typeof(SetArticle))]
[JsonSerializable(typeof(SetQuestion))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class SetJson : JsonSerializerContext;
