using System.Collections.Immutable;
using System.Text.Json;
using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Tests;

/// <summary>A folder of question sets, deleted with the test.</summary>
internal sealed class SetFolder : IDisposable
{
    public const string Bridge = "The bridge at Lorne was opened in 1911 by Queen Ada. It is 240 metres long.\n\nFerries crossed the river before that.";
    public const string Museum = "The museum of Tarn shows 60 clocks. Its director is Jonas Brandt.";

    public string Path { get; } = Directory.CreateTempSubdirectory("bot-sets-").FullName;

    public SetFolder Write(string name, params string[] questions)
    {
        WriteArticles(name, ("bridge", Bridge), ("museum", Museum));
        File.WriteAllLines(System.IO.Path.Combine(Path, $"{name}.questions.jsonl"), questions);
        return this;
    }

    public ImmutableArray<QuestionSet> Read(bool quick = false) => QuestionSet.Read(Path, [], quick);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void WriteArticles(string name, params (string Id, string Text)[] articles) => File.WriteAllLines(
        System.IO.Path.Combine(Path, $"{name}.articles.jsonl"),
        articles.Select(article => JsonSerializer.Serialize(new { id = article.Id, title = article.Id, lang = "en", paragraphs = article.Text.Split("\n\n") })));
}
