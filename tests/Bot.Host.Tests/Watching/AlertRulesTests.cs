using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Bot.Host.Tests.Watching;

/// <summary>The rules and the dashboard in <c>deploy/</c>: what they name is there, so that no alert is silent for ever.</summary>
[Collection(nameof(WatchedAlone))]
public sealed partial class AlertRulesTests(EveryChannel questions)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find(), "deploy");

    private static readonly RuleFile Rules = new DeserializerBuilder().Build().Deserialize<RuleFile>(File.ReadAllText(Path.Combine(Folder, "alerts.yaml")));

    private static IEnumerable<Rule> All => Rules.groups.SelectMany(group => group.rules);

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_says_what_it_means_and_what_to_do()
    {
        Assert.NotEmpty(All);
        Assert.Distinct(All.Select(rule => rule.alert));
        Assert.All(All, rule =>
        {
            Assert.Contains(rule.labels["severity"], (string[])["page", "ticket"]);
            Assert.All(["summary", "description", "action"], part => Assert.EndsWith(".", rule.annotations[part], StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_measurement_and_label_that_a_rule_names_is_exported() => Assert.All(All, rule => AssertExported(rule.alert, rule.expr));

    [Fact]
    public void Every_measurement_and_label_that_the_dashboard_names_is_exported()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "dashboard.json")));
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().ToList();

        Assert.NotEmpty(panels);
        Assert.All(panels, panel => Assert.All(panel.GetProperty("targets").EnumerateArray(), target => AssertExported(panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!)));
    }

    // "up" is Prometheus' own word.
    private void AssertExported(string where, string expression)
    {
        var named = Metric().Matches(Grouping().Replace(expression, "")).ToList();
        Assert.True(named.Count > 0 || expression.StartsWith("up{", StringComparison.Ordinal), $"{where} names nothing that Bot exports.");
        foreach (var metric in named)
        {
            var series = questions.Page.Split('\n').Where(line => line.StartsWith(metric.Groups[1].Value + "{", StringComparison.Ordinal)).ToList();
            Assert.True(series.Count > 0, $"{where} names {metric.Groups[1].Value}, which nobody exports.");
            Assert.All(Label().Matches(metric.Groups[2].Value), label => Assert.Contains(series, line => line.Contains($"{label.Groups[1].Value}=\"", StringComparison.Ordinal)));
        }

        foreach (var label in Grouping().Matches(expression).SelectMany(by => by.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)).Where(label => label != "instance"))
        {
            Assert.Contains(questions.Page.Split('\n'), line => line.StartsWith(named[0].Groups[1].Value + "{", StringComparison.Ordinal) && line.Contains($"{label}=\"", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"((?:bot|gen_ai|http|dotnet)_[a-z_]+)(\{[^}]*\})?", RegexOptions.NonBacktracking)]
    private static partial Regex Metric();

    [GeneratedRegex("([a-z_]+)(?:=~|!~|!=|=)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex(@"by \(([a-z_, ]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Grouping();

    private sealed record RuleFile
    {
        public List<RuleGroup> groups { get; set; } = [];
    }

    private sealed record RuleGroup
    {
        public string name { get; set; } = "";

        public List<Rule> rules { get; set; } = [];
    }

    private sealed record Rule
    {
        public string alert { get; set; } = "";

        public string expr { get; set; } = "";

        [YamlMember(Alias = "for")]
        public string lasting { get; set; } = "";

        public Dictionary<string, string> labels { get; set; } = [];

        public Dictionary<string, string> annotations { get; set; } = [];
    }
}
