using Bot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace Bot.Host.Tests.Settings;

public sealed class SettingsTableTests
{
    private static readonly string Guide = Path.Combine(RepositoryRoot.Find(), "docs", "operating.md");

    [Fact]
    public void The_operators_guide_has_the_settings_as_the_code_has_them() =>
        Assert.True(
            File.ReadAllText(Guide).Contains(SettingsTable.Start + SettingsTable.Markdown() + SettingsTable.End, StringComparison.Ordinal),
            "docs/operating.md has other settings than the code: write them anew with 'dotnet run --project src/Bot.Host -- settings --into docs/operating.md'.");

    [Theory]
    [InlineData("| `Knowledge:MaxNesting` | a whole number | 96 | 8 to 400 | How deep the elements of a file (HTML elements, Markdown blocks, YAML or JSON values) may be nested. |")]
    [InlineData("| `Turns:DrainFor` | a time | 00:00:20 | 00:00:00 to 00:10:00 | How long running turns may go on when Bot is stopped; the rest is finished after the next start. |")]
    [InlineData("| `Records:Path` | text | data/record.db | not empty | The SQLite file, used unless `Postgres` is set. Its folder is made when it is missing. |")]
    [InlineData("| `Telemetry:OtlpProtocol` | a word | Http | Http or Grpc | How the collector is spoken to: `Http` (protobuf over HTTP, usually port 4318) or `Grpc` (usually 4317). |")]
    [InlineData("| `MicrosoftAppId` | text | none |  | The bot's application (client) id, a GUID. Empty means the channels of Azure Bot Service are off. |")]
    [InlineData("| `Records:Within` | a time | 00:00:00.8 | 00:00:00.1 to 00:01:00 | How long the record may take to keep or to read something for somebody who waits; after that they are asked to try again. |")]
    public void A_setting_has_its_kind_default_bounds_and_meaning(string row) => Assert.Contains(row + "\n", SettingsTable.Markdown(), StringComparison.Ordinal);

    [Fact]
    public void The_table_takes_its_place_in_a_file_and_leaves_the_rest()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, $"before\n{SettingsTable.Start}old\n{SettingsTable.End}after\n");
            Assert.Equal((0, ""), Run(path));
            Assert.Equal($"before\n{SettingsTable.Start}{SettingsTable.Markdown()}{SettingsTable.End}after\n", File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_without_a_place_for_the_table_is_named_and_not_made()
    {
        var path = Path.Combine(Path.GetTempPath(), $"bot-{Guid.NewGuid():N}.md");
        var (code, said) = Run(path);
        Assert.Equal(2, code);
        Assert.Contains(path, said, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    private static (int Code, string Said) Run(string path)
    {
        using var output = new StringWriter();
        return (SettingsTable.Write(new ConfigurationBuilder().AddInMemoryCollection([new("into", path)]).Build(), output, output), output.ToString());
    }
}
