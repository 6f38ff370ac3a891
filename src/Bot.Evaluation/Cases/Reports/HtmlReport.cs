using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Evaluation.Cases.Comparing;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Cases.Reports;

/// <summary>
/// Writes what came of cases as one page that needs nothing else: a matrix of cases and variants, filters, and behind each cell its trace. It shows what
/// articles, models and readers wrote: all of it is escaped, and the page's policy lets no script run and nothing be loaded but its own two blocks.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="report">What came of the cases.</param>
    /// <param name="comparison">How the variants compare; <see langword="null"/> when they are not compared.</param>
    /// <param name="writer">Takes the page.</param>
    public static void Write(TestReport report, Comparison? comparison, TextWriter writer)
    {
        var (style, script) = (Resource("report.css"), Resource("report.js"));
        var policy = $"default-src 'none'; style-src '{HashOf(style)}'; script-src '{HashOf(script)}'; base-uri 'none'; form-action 'none'";
        writer.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Bot: {report.Passed} passed, {report.Failed} failed</title>
            <style>{style}</style>
            </head>
            <body>
            <header>
            <h1>{(comparison is null ? "Cases" : "Comparison")}</h1>
            <p class="sum"><b class="passed">{report.Passed} passed</b> <b class="failed">{report.Failed} failed</b> <b class="skipped">{report.Skipped} skipped</b> in {report.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s</p>
            </header>
            <main>

            """);
        if (comparison is not null)
        {
            ComparisonHtml.Write(comparison, writer);
        }

        MatrixHtml.Write(report, writer);
        writer.Write($"</main>\n<script>{script}</script>\n</body>\n</html>\n");
    }

    // A browser reads every line end as \n before it hashes.
    private static string Resource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"Cases.Reports.{name}")!;
        return new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
