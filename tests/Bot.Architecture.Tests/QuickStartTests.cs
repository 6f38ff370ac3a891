using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bot.Architecture.Tests;

public sealed partial class QuickStartTests
{
    // Else "dotnet run" starts a web project in its own folder, where no articles are.
    [Fact]
    public void The_first_command_of_the_readme_starts_the_host_where_it_is_called()
    {
        var project = FirstCommand().Match(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "README.md"))).Groups[1].Value;

        var file = XDocument.Load(Path.Combine(RepositoryFiles.Root, project, $"{Path.GetFileName(project)}.csproj"));

        Assert.Equal("src/Bot.Host", project);
        Assert.Equal("false", file.Descendants("EnableDefaultRunWorkingDirectory").Single().Value);
    }

    [GeneratedRegex("^dotnet run --project (\\S+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex FirstCommand();
}
