using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bot.Architecture.Tests;

/// <summary>What is put into the published folder; publishing itself takes minutes, and is a command of its own.</summary>
public sealed partial class ShippingTests
{
    private static readonly string Deploy = Path.Combine(RepositoryFiles.Root, "deploy");
    private static readonly XDocument Project = XDocument.Load(Path.Combine(Deploy, "bot.proj"));

    // Where both bring a part of .NET the last one's stays, and only the host's has all of it.
    [Fact]
    public void Both_executables_are_published_and_the_host_last() =>
        Assert.Equal(["src/Bot.Cli/Bot.Cli.csproj", "src/Bot.Host/Bot.Host.csproj"], Named("Executable"));

    [Fact]
    public void They_bring_dotnet_with_them_and_are_compiled_ahead()
    {
        Assert.Contains("SelfContained=true", Project.Descendants("Shipping").Single().Value, StringComparison.Ordinal);
        Assert.All(Named("Executable"), path => Assert.Equal("true", XDocument.Load(Path.Combine(RepositoryFiles.Root, path)).Descendants("PublishReadyToRun").Single().Value));
    }

    [Fact]
    public void What_answers_is_compiled_as_one_with_dotnet_in_both()
    {
        Assert.All(Named("Executable"), path => Assert.Contains(
            @"..\..\deploy\ahead.targets", XDocument.Load(Path.Combine(RepositoryFiles.Root, path)).Descendants("Import").Select(import => (string)import.Attribute("Project")!)));
        var named = XDocument.Load(Path.Combine(Deploy, "ahead.targets")).Descendants("InDotnetsBubble").Single().Value.Split(' ').Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.Superset(new HashSet<string?>(["Bot.Knowledge", "Bot.Answering"]), new HashSet<string?>(named));
        Assert.All(named, name => Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, "src", name!, $"{name}.csproj")), $"There is no '{name}'."));
    }

    [Fact]
    public void All_that_stands_beside_them_is_there()
    {
        var beside = Named("Beside").ToList();
        Assert.Superset(new HashSet<string>(["knowledge/**", "appsettings.example.json"]), new HashSet<string>(beside));
        Assert.All(beside, path => Assert.True(Path.Exists(Path.Combine(RepositoryFiles.Root, path.Replace("/**", "", StringComparison.Ordinal))), $"'{path}' is not there."));
    }

    [Fact]
    public void The_container_builds_what_is_published_and_runs_it_as_nobody_in_particular()
    {
        var lines = File.ReadAllText(Path.Combine(Deploy, "Containerfile"));
        Assert.Contains("RUN dotnet publish deploy/bot.proj -r ${RID} -o /opt/bot", lines, StringComparison.Ordinal);
        Assert.Contains("ENTRYPOINT [\"/opt/bot/Bot.Host\"]", lines, StringComparison.Ordinal);
        Assert.NotEqual("0", User().Match(lines).Groups[1].Value);
        Assert.Contains("/health/ready", lines, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Named(string item) => Project.Descendants(item)
        .SelectMany(element => ((string)element.Attribute("Include")!).Split(';'))
        .Select(path => path.Replace("$(Root)", "", StringComparison.Ordinal).Replace("$(MSBuildThisFileDirectory)", "deploy/", StringComparison.Ordinal));

    [GeneratedRegex(@"^USER (\d+):\d+$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex User();
}
