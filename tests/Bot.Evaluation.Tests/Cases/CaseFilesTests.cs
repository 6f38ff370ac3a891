using Bot.Answering.Questions;
using Bot.Evaluation.Cases;
using Bot.Knowledge.Articles;

namespace Bot.Evaluation.Tests.Cases;

public sealed class CaseFilesTests : IDisposable
{
    private static readonly string[] Starts =
    [
        "knowledge/one.tests.yaml:2: A case has no 'artikel'. Did you mean 'article'?",
        "knowledge/one.tests.yaml:3: 'repeat' is 'none'. Write a whole number from 1 to 1000.",
        "knowledge/one.tests.yaml:5: There is no assertion 'contain'. Did you mean 'contains'?",
        "knowledge/one.tests.yaml:6: 'outcome' is 'refused'. Write answered, not_stated, nothing_found, conflicting or smalltalk.",
        "knowledge/one.tests.yaml:7: 'unsupported_max' is '-1'. Write a whole number from 0.",
        "knowledge/one.tests.yaml:8: 'degraded' is 'true'. Write true or false without quotation marks.",
        "knowledge/one.tests.yaml:9: 'regex' is '('. Write a .NET regular expression.",
        "knowledge/one.tests.yaml:10: 'cites' is an empty list.",
        "knowledge/one.tests.yaml:11: A case has no 'question'.",
        "knowledge/one.tests.yaml:13: A case has no 'assert'",
        "knowledge/none.csv: It cannot be opened",
        "knowledge/three.tests.yaml: It has no cases.",
        "knowledge/two.tests.yaml:2: It is no YAML",
    ];

    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_case_has_all_that_is_written_of_it()
    {
        _folder.Write("prompts/answer/tests/all.yaml", """
            - name: opening
              question: When was it opened?
              article: bridge
              date: 2024-05-15
              lang: de
              history:
                - user: What fell?
                - agent: The bridge.
              repeat: 5
              pass: 0.8
              model:
                - when: some words
                  reply: In 1911 [[1911]].
                - prompt: judge
                  reply: PASS
                - It was opened.
              assert:
                - outcome: answered
                  not-contains: [one, two]
                - unsupported_max: 0
            """);

        var read = Assert.Single(_folder.Cases());

        Assert.Equal(("opening", "prompts/answer/tests/all.yaml", 1, "answer", 5, 0.8), (read.Name, read.File, read.Line, read.Prompt, read.Repeat, read.Share));
        Assert.Equal(("When was it opened?", "bridge", "de", new DateTimeOffset(2024, 5, 15, 0, 0, 0, TimeSpan.Zero)), (read.Question.Text, read.Question.Article, read.Question.Locale, read.Question.Asked));
        Assert.Equal([new Turn(TurnRole.Reader, "What fell?"), new Turn(TurnRole.Bot, "The bridge.")], read.Question.History);
        Assert.Equal([new ScriptedReply("In 1911 [[1911]].") { When = "some words" }, new ScriptedReply("PASS") { Prompt = "judge" }, new ScriptedReply("It was opened.")], read.Replies);
        Assert.Equal(["outcome: answered", "not-contains: one", "not-contains: two", "unsupported_max: 0"], read.Assertions.Select(assertion => assertion.Written));
    }

    [Fact]
    public void What_a_file_has_in_common_holds_where_a_case_says_nothing_else_and_its_assertions_in_any_case()
    {
        _folder.Articles["museum"] = CaseFolder.Public("museum");
        _folder.Write("knowledge/bridge.tests.yaml", """
            defaults:
              article: bridge
              date: 2024-05-15
              assert:
                - language: en
            cases:
              - question: One?
              - question: Two?
                article: museum
                assert:
                  - refuses: true
            """);

        var cases = _folder.Cases();

        Assert.Equal([("One?", "bridge"), ("Two?", "museum")], cases.Select(each => (each.Name, each.Question.Article)));
        Assert.Equal(["language: en"], cases[0].Assertions.Select(assertion => assertion.Written));
        Assert.Equal(["language: en", "refuses: true"], cases[1].Assertions.Select(assertion => assertion.Written));
        Assert.All(cases, each => Assert.Null(each.Prompt));
    }

    [Theory]
    [InlineData("rows.tests.csv", "year,what\n1911,the bridge\n\"1,842\",\"the \"\"old\"\" mill\"\n")]
    [InlineData("rows.tests.jsonl", "{\"year\":1911,\"what\":\"the bridge\"}\n\n{\"year\":\"1,842\",\"what\":\"the \\\"old\\\" mill\"}\n")]
    public void A_table_makes_a_case_of_each_of_its_rows(string table, string content)
    {
        _folder.Write($"knowledge/{table}", content).Write("knowledge/bridge.tests.yaml", $$$"""
            - question: When was {{what}} opened?
              table: {{{table}}}
              assert:
                - contains: ["{{ year }}"]
            - name: always the same
              question: When?
              table: {{{table}}}
              assert:
                - contains: "{{year}}"
            """);

        var cases = _folder.Cases();

        Assert.Equal(["When was the bridge opened?", "When was the \"old\" mill opened?", "always the same (row 1)", "always the same (row 2)"], cases.Select(each => each.Name));
        Assert.Equal(["1911", "1,842", "1911", "1,842"], cases.Select(each => each.Assertions[0].Value));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_with_file_line_and_cure()
    {
        _folder.Write("knowledge/one.tests.yaml", """
            - question: One?
              artikel: bridge
              repeat: none
              assert:
                - contain: x
                - outcome: refused
                - unsupported_max: -1
                - degraded: "true"
                - regex: "("
                - cites: []
            - assert:
                - refuses: true
            - question: Three?
            - question: Four?
              table: none.csv
              assert:
                - refuses: true
            """).Write("knowledge/two.tests.yaml", "- question: [\n").Write("knowledge/three.tests.yaml", "");

        var problems = _folder.Problems();

        // What follows the start of each may be said better.
        Assert.Equal(Starts.Length, problems.Length);
        Assert.All(Starts, start => Assert.Contains(problems, problem => problem.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_column_that_the_table_lacks_is_named_with_those_it_has()
    {
        _folder.Write("knowledge/t.csv", "year\n1911\n1912\n").Write("knowledge/bridge.tests.yaml", """
            - question: When was {{what}} opened?
              table: t.csv
              assert:
                - refuses: true
            """);

        Assert.Equal(["knowledge/bridge.tests.yaml:1: 'question' asks for the column 'what', which the table lacks. It has year."], _folder.Problems());
    }

    [Fact]
    public void Two_cases_of_one_file_cannot_be_called_the_same()
    {
        _folder.Write("knowledge/bridge.tests.yaml", """
            - question: When?
              assert: [{ refuses: true }]
            - question: When?
              assert: [{ refuses: false }]
            """);

        Assert.StartsWith("knowledge/bridge.tests.yaml:3: A second case is called 'When?'.", Assert.Single(_folder.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_nested_without_end_is_a_problem_and_no_end_of_the_process()
    {
        _folder.Write("knowledge/deep.tests.yaml", new string('[', 200_000));

        Assert.Contains("nested more than 20 levels", Assert.Single(_folder.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_the_library_stumbles_over_is_a_problem_too()
    {
        _folder.Write("knowledge/odd.tests.yaml", ": [\n6");

        Assert.StartsWith("knowledge/odd.tests.yaml: It is no YAML.", Assert.Single(_folder.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_asks_no_article_there_is_names_the_nearest_beside_all_else_that_is_wrong()
    {
        _folder.Articles["draft"] = new(CaseFolder.Public("draft").Article with { Status = ArticleStatus.Draft }, []);
        _folder.Write("knowledge/bridge.tests.yaml", """
            - question: When?
              article: brige
              assert: [{ refuses: true }]
            - question: Why?
              article: draft
              assert: [{ refuses: true }]
            """).Write("knowledge/other.tests.yaml", "- question: What?\n");

        var problems = _folder.Problems();

        Assert.Equal(
            ["knowledge/bridge.tests.yaml:1: There is no article 'brige'. Did you mean 'bridge'?", "knowledge/bridge.tests.yaml:4: The article 'draft' is not public. Publish it, or add --editor to test it before."],
            problems[..2]);
        Assert.StartsWith("knowledge/other.tests.yaml:1: A case has no 'assert'", problems[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_and_not_there_is_a_problem() =>
        Assert.StartsWith("none.yaml: There is no such file of cases", Assert.Single(_folder.Problems("none.yaml")), StringComparison.Ordinal);
}
