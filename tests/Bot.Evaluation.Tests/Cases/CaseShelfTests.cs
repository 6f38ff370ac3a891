using Bot.Evaluation.Cases;

namespace Bot.Evaluation.Tests.Cases;

public sealed class CaseShelfTests : IDisposable
{
    private const string Another = """
        - question: "When was the bridge opened?"
          article: "bridge"
          assert:
            - contains: "1911"

        """;

    private const string First = """
        # What readers ask most.
        - question: Who was hurt?
          article: bridge
          assert:
            - contains: Nobody
        """;

    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private CaseShelf Shelf => new(_folder.PathOf(""), _folder.PathOf("prompts"), _folder.PathOf("knowledge"));

    [Fact]
    public void A_case_is_put_behind_those_of_a_file_and_nothing_of_it_is_lost()
    {
        _folder.Write("knowledge/bridge.tests.yaml", First);

        Shelf.Add(Shelf.FileOf("bridge"), Another);

        Assert.StartsWith(First, _folder.Read("knowledge/bridge.tests.yaml"), StringComparison.Ordinal);
        Assert.Equal(["Who was hurt?", "When was the bridge opened?"], _folder.Cases().Select(each => each.Question.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("    ")]
    public void A_case_is_put_into_the_list_of_a_file_that_has_defaults(string indent)
    {
        _folder.Write(
            "knowledge/bridge.tests.yaml",
            $"defaults:\n  article: bridge\ncases:\n{indent}# First.\n{indent}- question: Who was hurt?\n{indent}  assert:\n{indent}    - contains: Nobody\n");

        Shelf.Add(Shelf.FileOf("bridge"), Another);

        Assert.Equal(["Who was hurt?", "When was the bridge opened?"], _folder.Cases().Select(each => each.Question.Text));
    }

    [Fact]
    public void A_new_name_makes_a_new_file()
    {
        Directory.CreateDirectory(_folder.PathOf("prompts/answer/tests"));

        Shelf.Add("prompts/answer/tests/new.yaml", Another);

        Assert.Equal(["prompts/answer/tests/new.yaml"], Shelf.Files);
    }

    [Theory]
    [InlineData("knowledge/bridge.md")]
    [InlineData("knowledge/.tests.yaml")]
    [InlineData("bridge.tests.yaml")]
    [InlineData("knowledge/../bridge.tests.yaml")]
    [InlineData("prompts/answer/new.yaml")]
    [InlineData("../elsewhere.tests.yaml")]
    [InlineData("/tmp/elsewhere.tests.yaml")]
    [InlineData("knowledge/none/bridge.tests.yaml")]
    public void Nothing_is_written_where_no_cases_belong(string file)
    {
        var refused = Assert.Throws<CasesException>(() => Shelf.Add(file, Another));

        Assert.Contains("Name a file like 'knowledge/NAME.tests.yaml'.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(CaseFolder.Bridge, _folder.Read("knowledge/bridge.md"));
    }

    [Theory]
    [InlineData("- question: x", "has no 'assert'")]
    [InlineData("no list", "A file of cases is n")]
    [InlineData("- question: Who was hurt?\n  assert: [{ contains: Nobody }]", "A second case is called 'Who was hurt?'")]
    public void What_is_no_case_is_not_saved_and_the_file_stays(string yaml, string why)
    {
        _folder.Write("knowledge/bridge.tests.yaml", First);
        var file = yaml.StartsWith("no", StringComparison.Ordinal) ? "knowledge/other.tests.yaml" : "knowledge/bridge.tests.yaml";

        var refused = Assert.Throws<CasesException>(() => Shelf.Add(file, yaml));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(First, _folder.Read("knowledge/bridge.tests.yaml"));
        Assert.Equal(2, Directory.GetFiles(_folder.PathOf("knowledge")).Length);
    }
}
