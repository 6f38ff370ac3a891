using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Evaluation.Cases;
using Bot.Knowledge.Replies;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Tests.Cases;

public sealed class CaseSchemaTests : IDisposable
{
    private const string Head = "- question: When?\n  assert:\n    - refuses: true\n";

    private static readonly string Root = RepositoryRoot.Find();

    private readonly CaseFolder _folder = new();

    private static readonly string[] Folders = ["knowledge", "prompts"];

    public static TheoryData<string> Shipped => [.. Folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.yaml", SearchOption.AllDirectories))
        .Where(path => Path.GetFileName(path) != ReplyBook.FileName)
        .Select(path => Path.GetRelativePath(Root, path))];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_published_schema_is_the_readers() =>
        Assert.True(
            CaseSchema.Write() == File.ReadAllText(Path.Combine(Root, "docs", "cases.schema.json")),
            "docs/cases.schema.json is not what the reader of cases reads: write it anew with 'Bot.Cli test --schema > docs/cases.schema.json'.");

    [Theory, MemberData(nameof(Shipped))]
    public async Task Shipped_cases_fit_the_schema_and_refer_to_it(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Root, file), TestContext.Current.CancellationToken);

        Assert.Empty(await ErrorsAsync(text));
        var reference = text.Split('\n')[0].Replace("# yaml-language-server: $schema=", "", StringComparison.Ordinal);
        Assert.Equal(Path.Combine(Root, "docs", "cases.schema.json"), Path.GetFullPath(reference, Path.GetDirectoryName(Path.Combine(Root, file))!));
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "    - contains: [one, 2]\n    - not-contains: three\n")]
    [InlineData(true, "    - short: 71\n    - not-short: true\n")]
    [InlineData(true, "    - outcome: not_stated\n      regex: x+\n")]
    [InlineData(true, "    - max_sentences: 3\n    - unsupported_max: 0\n    - repaired_max: 1\n")]
    [InlineData(true, "    - judge: It is kind.\n    - engine: extractive\n    - language: de\n    - cites: bridge#2\n    - quote_exact: true\n    - degraded: false\n")]
    [InlineData(true, "  repeat: 3\n  pass: 0.5\n  date: 2024-05-14T10:00:00Z\n  lang: de\n  article: bridge\n  name: one\n")]
    [InlineData(true, "  history:\n    - user: What?\n    - agent: That.\n")]
    [InlineData(true, "  model: words\n")]
    [InlineData(true, "  model:\n    - words\n    - reply: others\n      when: told\n      prompt: judge\n")]
    [InlineData(false, "    - contain: x\n")]
    [InlineData(false, "    - outcome: refused\n")]
    [InlineData(false, "    - refuses: maybe\n")]
    [InlineData(false, "    - refuses: 'true'\n")]
    [InlineData(false, "    - max_sentences: -1\n")]
    [InlineData(false, "    - max_sentences: 1.5\n")]
    [InlineData(false, "    - language: English\n")]
    [InlineData(false, "    - contains: []\n")]
    [InlineData(false, "    - contains: ' '\n")]
    [InlineData(false, "    - contains: { a: b }\n")]
    [InlineData(false, "    - {}\n")]
    [InlineData(false, "  repeat: 0\n")]
    [InlineData(false, "  repeat: 1001\n")]
    [InlineData(false, "  pass: 1.5\n")]
    [InlineData(false, "  pass: 0\n")]
    [InlineData(false, "  date: yesterday\n")]
    [InlineData(false, "  history: []\n")]
    [InlineData(false, "  history:\n    - reader: What?\n")]
    [InlineData(false, "  model:\n    - when: told\n")]
    [InlineData(false, "  tabel: x.csv\n")]
    public async Task Schema_and_reader_take_the_same(bool good, string rest)
    {
        var yaml = Head + rest;
        _folder.Write("knowledge/bridge.tests.yaml", yaml);

        Assert.Equal(good, !(await ErrorsAsync(yaml)).Any());
        Assert.Equal(good, Record.Exception(() => _folder.Cases()) is not CasesException);
    }

    [Theory]
    [InlineData(true, "defaults:\n  article: bridge\ncases:\n")]
    [InlineData(false, "defaults:\n  question: Why?\ncases:\n")]
    [InlineData(false, "default:\n  article: bridge\ncases:\n")]
    public async Task Schema_and_reader_take_the_same_of_a_file(bool good, string head)
    {
        var yaml = head + string.Concat(Head.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n"));
        _folder.Write("knowledge/bridge.tests.yaml", yaml);

        Assert.Equal(good, !(await ErrorsAsync(yaml)).Any());
        Assert.Equal(good, Record.Exception(() => _folder.Cases()) is not CasesException);
    }

    private static async Task<IEnumerable<string>> ErrorsAsync(string yaml)
    {
        var schema = await JsonSchema.FromJsonAsync(CaseSchema.Write(), TestContext.Current.CancellationToken);
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return schema.Validate(Json(stream.Documents[0].RootNode)!.ToJsonString()).Select(error => error.ToString());
    }

    // As YAML 1.2's core schema, which editors read by, has it.
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException(),
    };
}
