using System.Xml.Linq;

namespace Bot.Architecture.Tests;

public sealed class ReferencesTests
{
    // References run one way: what a project may see, itself aside. Whoever adds a project or an edge decides it here.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Bot.Knowledge"] = [],
        ["Bot.Answering"] = ["Bot.Knowledge"],
        ["Bot.Conversations"] = ["Bot.Answering"],
        ["Bot.Evaluation"] = ["Bot.Answering"],
        ["Bot.BotFramework"] = ["Bot.Conversations"],
        ["Bot.Discord"] = ["Bot.Conversations"],
        ["Bot.Host"] = ["Bot.BotFramework", "Bot.Conversations", "Bot.Discord", "Bot.Evaluation"],
        ["Bot.Cli"] = ["Bot.Answering", "Bot.Conversations", "Bot.Evaluation"],
        ["Bot.Knowledge.Tests"] = ["Bot.Knowledge"],
        ["Bot.Answering.Tests"] = ["Bot.Answering"],
        ["Bot.Conversations.Tests"] = ["Bot.Conversations"],
        ["Bot.Evaluation.Tests"] = ["Bot.Evaluation"],
        ["Bot.BotFramework.Tests"] = ["Bot.BotFramework"],
        ["Bot.Discord.Tests"] = ["Bot.Discord"],
        ["Bot.Conversations.Soak"] = ["Bot.Conversations"],
        ["Bot.Host.Tests"] = ["Bot.Host"],
        ["Bot.Host.Soak"] = ["Bot.Host"],
        ["Bot.Fuzz"] = ["Bot.Host"],
        ["Bot.Benchmarks"] = ["Bot.Host"],
        ["Bot.EndToEnd.Tests"] = ["Bot.Host"],
        ["Bot.Cli.Tests"] = ["Bot.Cli"],
        ["Bot.Architecture.Tests"] = [],
    };

    public static TheoryData<string> Projects => [.. RepositoryFiles.Projects.Select(RepositoryFiles.Relative)];

    [Fact]
    public void Every_project_is_in_the_map_and_the_map_names_only_projects() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), RepositoryFiles.Projects.Select(NameOf).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_what_the_map_says(string project) =>
        Assert.Equal(Allowed.GetValueOrDefault(NameOf(project), []), Items(project, "ProjectReference").Select(NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_answering_references_semantic_kernel() =>
        Assert.All(
            Projects.Select(project => project.Data).Where(project => NameOf(project) is not ("Bot.Answering" or "Bot.Answering.Tests")),
            project => Assert.DoesNotContain(Items(project, "PackageReference"), package => package.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal)));

    [Fact]
    public void Only_answering_names_semantic_kernel() =>
        Assert.Empty(RepositoryFiles.Sources
            .Where(path => !RepositoryFiles.Relative(path).StartsWith("src/Bot.Answering/", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path).Contains("Microsoft.SemanticKernel", StringComparison.Ordinal))
            .Select(RepositoryFiles.Relative));

    // The command line and the libraries measure by .NET's own means: what exports is loaded by the host alone, and only when it is set.
    [Fact]
    public void Only_the_host_references_open_telemetry_and_only_its_watching_names_it()
    {
        Assert.All(
            Projects.Select(project => project.Data).Where(project => NameOf(project) != "Bot.Host"),
            project => Assert.DoesNotContain(Items(project, "PackageReference"), package => package.StartsWith("OpenTelemetry", StringComparison.Ordinal)));
        Assert.Empty(RepositoryFiles.Sources
            .Where(path => !RepositoryFiles.Relative(path).StartsWith("src/Bot.Host/Watching/", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path).Contains("using OpenTelemetry", StringComparison.Ordinal))
            .Select(RepositoryFiles.Relative));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Versions_live_in_one_file(string project) =>
        Assert.DoesNotContain(
            XDocument.Load(Path.Combine(RepositoryFiles.Root, project)).Descendants("PackageReference"),
            package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(RepositoryFiles.Root, project)).Descendants(kind).Select(item => (string?)item.Attribute("Include") ?? "");
}
