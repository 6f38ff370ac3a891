using System.Collections.Immutable;
using Bot.Evaluation.Cases;
using Bot.Evaluation.Cases.Running;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Evaluation.Tests.Cases;

/// <summary>A folder of its own with articles, prompts and cases, deleted with the test.</summary>
internal sealed class CaseFolder : IDisposable
{
    public const string Bridge = """
        ---
        title: A bridge falls in Lorne
        published: 2024-05-14
        language: en
        ---
        The old road bridge at Lorne fell into the river on Monday morning. Nobody was hurt, the fire service said.

        The bridge was opened in 1911. Engineers had found cracks in its piers in March.

        Mayor Rita Stein said, "We will build it again."
        """;

    private readonly string _path = Directory.CreateTempSubdirectory("bot-cases-").FullName;

    public CaseFolder()
    {
        Write("knowledge/bridge.md", Bridge);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "prompts"), "*", SearchOption.AllDirectories))
        {
            // The clone itself may lie in a folder called "tests".
            if (Path.GetRelativePath(RepositoryRoot.Find(), file) is var prompt && !prompt.Contains("/tests/", StringComparison.Ordinal))
            {
                Write(prompt, File.ReadAllText(file));
            }
        }
    }

    /// <summary>The articles that cases may ask; <c>bridge</c>, if a test names no others.</summary>
    public Dictionary<string, IndexedArticle> Articles { get; } = new() { ["bridge"] = Public("bridge") };

    public string Cache => Path.Combine(_path, "replies");

    public CaseFolder Write(string file, string content)
    {
        var path = Path.Combine(_path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public string PathOf(string file) => Path.Combine(_path, file);

    public string Read(string file) => File.ReadAllText(Path.Combine(_path, file));

    public ImmutableArray<Case> Cases(params string[] named) => new CaseFiles(_path, Path.Combine(_path, "prompts"), Path.Combine(_path, "knowledge")).Read([.. named], each => CaseFiles.UnknownArticle(each, Articles, editor: false, DateTimeOffset.UnixEpoch));

    public ImmutableArray<string> Problems(params string[] named) => [.. Assert.Throws<CasesException>(() => Cases(named)).Problems.Select(problem => problem.ToString())];

    public ModelScript Script(string content)
    {
        Write("script.yaml", content);
        return ModelScript.Read(Path.Combine(_path, "script.yaml"), "script.yaml");
    }

    /// <summary>Runs all cases there are.</summary>
    /// <param name="settings">The settings, beside the articles and prompts of the folder.</param>
    /// <param name="anew">Whether the cache is left alone.</param>
    /// <param name="variants">The variants; none means one, as set.</param>
    public async Task<TestReport> RunAsync(Dictionary<string, string?>? settings = null, bool anew = false, params Variant[] variants)
    {
        var all = new Dictionary<string, string?>(settings ?? []) { ["Knowledge:Path"] = Path.Combine(_path, "knowledge"), ["Prompts:Path"] = Path.Combine(_path, "prompts") };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddKnowledge().BuildServiceProvider();
        var runner = new CaseRunner(configuration, services.GetRequiredService<KnowledgeBase>(), new RunChoices { Cache = Cache, Anew = anew, AtOnce = 1 }, TimeProvider.System);
        return await runner.RunAsync(Cases(), variants is [] ? [new Variant("as set")] : [.. variants], progress: null, TestContext.Current.CancellationToken);
    }

    public static IndexedArticle Public(string slug) => new(new Article { Slug = slug, Title = slug, Language = "en", Text = "", Blocks = [] }, []);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
