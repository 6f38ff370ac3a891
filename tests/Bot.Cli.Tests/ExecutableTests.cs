using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Bot.Cli.Tests;

/// <summary>The executable as other programs meet it: pipes, encodings, exit codes.</summary>
public sealed class ExecutableTests : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly TemporaryFolder _folder = new();

    public ExecutableTests() => _folder.Write("articles.jsonl", """
        {"id":"café","title":"Le café — “Lys”","paragraphs":["The café “Lys” opened in 1931. 日本語 is spoken there 🙂."],"lang":"en","date":"2024-05-14"}
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_and_writes_lines_in_utf_8_whatever_the_locale()
    {
        var (exitCode, output, errors) = await RunAsync(
            """{"id":"é","question":"When did the café Lys open?","article":"café"}""" + "\n",
            "ask", "--questions", "-", "--json", "--knowledge", "articles.jsonl");

        Assert.Equal("", errors);
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.EndsWith("\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', output);
        var line = JsonDocument.Parse(output).RootElement;
        Assert.Equal("é", line.GetProperty("id").GetString());
        Assert.Equal("Le café — “Lys”", line.GetProperty("citations")[0].GetProperty("title").GetString());
        Assert.Contains("“Lys”", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Piped_output_is_plain_and_standard_error_says_that_there_is_no_model()
    {
        var (exitCode, output, errors) = await RunAsync("", "ask", "When did the café Lys open?", "--knowledge", "articles.jsonl");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal("No model: quoting.\n", errors);
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("Sources\n", output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string input, params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Bot.Cli.exe" : "Bot.Cli"), args)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        start.Environment["LC_ALL"] = "C";
        start.Environment["Model__Endpoint"] = start.Environment["Model__Name"] = "";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
