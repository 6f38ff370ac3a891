using System.Text.RegularExpressions;

namespace Bot.Architecture.Tests;

public sealed partial class SourcesTests
{
    private const int LineBound = 200;

    // Files that may be longer, each with a reason beside it.
    private static readonly string[] LongFiles = [];

    [Fact]
    public void No_source_file_is_longer_than_the_bound() =>
        Assert.Empty(RepositoryFiles.Sources
            .Where(path => !RepositoryFiles.Relative(path).Contains("/Migrations/", StringComparison.Ordinal))
            .Where(path => File.ReadLines(path).Count() > LineBound)
            .Select(RepositoryFiles.Relative)
            .Except(LongFiles, StringComparer.Ordinal));

    [Fact]
    public void No_type_is_named_after_nothing() =>
        Assert.Empty(RepositoryFiles.Sources.SelectMany(path => VagueType().Matches(File.ReadAllText(path)).Select(match => $"{RepositoryFiles.Relative(path)}: {match.Value}")));

    [Fact]
    public void No_folder_is_named_after_nothing() =>
        Assert.DoesNotContain(RepositoryFiles.Sources.Select(RepositoryFiles.Relative), path => VagueFolder().IsMatch(path));

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:class\s+|struct\s+)?\w*(?:Manager|Helper|Helpers|Util|Utils|Utility|Utilities|Common)\b", RegexOptions.NonBacktracking)]
    private static partial Regex VagueType();

    [GeneratedRegex(@"[/.](?:Core|Common|Abstractions|Utils|Utilities|Helpers|Extensions)/", RegexOptions.NonBacktracking)]
    private static partial Regex VagueFolder();
}
