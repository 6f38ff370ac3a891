using System.Text;
using Bot.Evaluation.Cases.Reading;
using Bot.Fuzz.Running;

namespace Bot.Fuzz.Targets;

/// <summary>Files of cases, and the tables they name.</summary>
internal sealed class CaseTarget(bool isTable) : IFuzzTarget, IDisposable
{
    private const string OfTable = "- question: What does a {{kind}} ticket cost?\n  table: cases.csv\n  assert:\n    - contains: \"{{price}}\"\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-fuzz-");

    public string Name => isTable ? "case-table" : "cases";

    public string Promise => "Cases, or problems with their lines; never an exception.";

    public IReadOnlyList<byte[]> Seeds { get; } = isTable
        ? Texts.Of("kind,price\nsingle,£2.40\n\"day, all\",\"£6.00\"\n")
        : Texts.Of(
            "defaults:\n  article: tram\n  date: 2026-05-20\n  assert:\n    - degraded: false\n    - repaired_max: 0\ncases:\n  - name: length\n    question: How long is Line 1?\n    repeat: 3\n    pass: 0.5\n    history:\n      - user: Hello\n      - bot: Hi\n    model:\n      - when: Copy numbers\n        reply: Line 1 runs for 11.4 kilometres [[11.4 kilometres]].\n      - else\n    assert:\n      - outcome: answered\n      - cites: tram#2\n      - regex: \\b17 stops\\b\n      - not-contains: [\"a\", b]\n      - max_sentences: 3\n",
            "- question: \"a\"\n  language: en\n  assert: [{contains: b}]\n");

    public IReadOnlyList<string> Words { get; } = isTable
        ? [",", ";", "\"", "\"\"", "\n", "\r\n", "kind", "price", "{{kind}}"]
        : ["- ", "  ", ": ", "&a ", "*a", "<<: *a", "!!str ", "|\n", ">\n", "{", "}", "[", "]", "'", "\"", "# ", "---\n", "...\n", "question: ", "assert:\n", "defaults:\n", "cases:\n", "repeat: 99999999999", "pass: NaN", "date: 2026-13-01", "regex: (a+)+$", "table: ../x.csv", "model: ", "when: ", "history:\n", "user: ", "outcome: ", "{{a}}", "? "];

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder.FullName, "cases.yaml");
        File.WriteAllBytes(path, isTable ? Encoding.UTF8.GetBytes(OfTable) : input);
        File.WriteAllBytes(Path.Combine(_folder.FullName, "cases.csv"), isTable ? input : Encoding.UTF8.GetBytes("kind\nday\n"));
        var (cases, problems) = CaseFile.Read(path, "cases.yaml", prompt: null);
        return new($"{Texts.Size(cases.Length)} {Texts.Size(cases.Sum(each => each.Assertions.Length))} {string.Join('|', problems.Select(problem => Texts.Bare(problem.Message)).Distinct().Take(4))}");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
