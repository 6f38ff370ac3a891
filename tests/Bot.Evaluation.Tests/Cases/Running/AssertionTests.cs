using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Tests.Cases.Running;

public sealed class AssertionTests : IDisposable
{
    // One sentence well cited, one cited wrongly, two invented.
    private const string Reply = "The bridge was opened in 1911 [[opened in 1911]]. Nobody was hurt, the fire service said [[cracks in its piers]]. A whale swam by [[1911]]. It ate 300 fish [[1911]].";

    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("outcome: answered", "outcome: not_stated")]
    [InlineData("refuses: false", "refuses: true")]
    [InlineData("contains: opened in 1911", "contains: opened in 1912")]
    [InlineData("contains: opened in 1911. Nobody was hurt", "contains: Opened in 1911")]
    [InlineData("regex: 'opened in \\d{4}\\.'", "regex: whales?")]
    [InlineData("short: false", "short: '1911'")]
    [InlineData("cites: bridge#2", "cites: bridge#3")]
    [InlineData("cites: opened in 1911", "cites: fell into the river")]
    [InlineData("quote_exact: true", "quote_exact: false")]
    [InlineData("unsupported_max: 2", "unsupported_max: 1")]
    [InlineData("repaired_max: 3", "repaired_max: 2")]
    [InlineData("degraded: false", "degraded: true")]
    [InlineData("engine: scripted", "engine: extractive")]
    [InlineData("language: en", "language: de")]
    [InlineData("max_sentences: 2", "max_sentences: 1")]
    public async Task An_assertion_holds_of_what_it_says_and_its_opposite_of_the_rest(string holds, string fails)
    {
        var findings = await FindAsync(Reply, holds, fails, $"not-{holds}", $"not-{fails}");

        Assert.Equal([FindingVerdict.Held, FindingVerdict.Broken, FindingVerdict.Broken, FindingVerdict.Held], findings.Select(finding => finding.Verdict));
    }

    [Theory]
    [InlineData("Mayor Rita Stein said, \"We will build it again\" [[build it again]].", FindingVerdict.Held)]
    [InlineData("Mayor Rita Stein said, \"We will build it anew\" [[build it again]].", FindingVerdict.Broken)]
    public async Task Words_in_quotation_marks_are_looked_at_before_the_claim_check_drops_them(string reply, FindingVerdict expected) =>
        Assert.Equal(expected, Assert.Single(await FindAsync(reply, "quote_exact: true")).Verdict);

    [Theory]
    [InlineData("true", FindingVerdict.Held)]
    [InlineData("'1911'", FindingVerdict.Held)]
    [InlineData("false", FindingVerdict.Broken)]
    public async Task The_short_answer_of_the_quoting_engine_is_looked_at(string value, FindingVerdict expected) =>
        Assert.Equal(expected, Assert.Single(await FindAsync(null, $"short: {value}")).Verdict);

    [Theory]
    [InlineData("PASS. It is short.", "judge", FindingVerdict.Held)]
    [InlineData("PASS. It is short.", "not-judge", FindingVerdict.Broken)]
    [InlineData("**FAIL**: it is long.", "judge", FindingVerdict.Broken)]
    [InlineData("FAIL: it is long.", "not-judge", FindingVerdict.Held)]
    [InlineData("It depends.", "judge", FindingVerdict.Skipped)]
    public async Task A_judge_decides_by_its_first_word(string opinion, string assertion, FindingVerdict expected)
    {
        _folder.Write("knowledge/bridge.tests.yaml", $"""
            - question: When was the bridge opened?
              model:
                - The bridge was opened in 1911 [[1911]].
                - prompt: judge
                  reply: "{opinion}"
              assert:
                - {assertion}: It is short.
            """);

        Assert.Equal(expected, Assert.Single((await _folder.RunAsync()).All.Single().Shown.Findings).Verdict);
    }

    [Fact]
    public async Task Without_a_model_a_judge_is_skipped_with_the_reason_and_so_is_a_case_of_nothing_else()
    {
        var findings = await FindAsync(null, "judge: It is kind.");

        Assert.Equal((FindingVerdict.Skipped, "no model is set to judge it: set Model:Endpoint and Model:Name"), (findings[0].Verdict, findings[0].Found));
        Assert.Equal(1, (await _folder.RunAsync()).Skipped);
    }

    private async Task<IReadOnlyList<Finding>> FindAsync(string? reply, params string[] assertions)
    {
        var model = reply is null ? "" : $"  model: '{reply}'\n";
        _folder.Write("knowledge/bridge.tests.yaml", $"- question: When was the bridge opened?\n{model}  assert:\n{string.Concat(assertions.Select(assertion => $"    - {assertion}\n"))}");
        return (await _folder.RunAsync()).All.Single().Shown.Findings;
    }
}
