using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bot.Benchmarks.Commands;
using Bot.Benchmarks.Data;

namespace Bot.Benchmarks.Growth;

/// <summary>What grows with the number of articles, each start in a process of its own, as a Markdown table.</summary>
internal static class GrowthCommand
{
    /// <summary>The commands of its steps, which print a line for it.</summary>
    public const string Indexing = "growth-indexing";
    public const string Start = "growth-start";

    // Beyond it the text that bare Lucene is given, with a window and a paragraph for each sentence, takes gigabytes.
    private const int MostSideBySide = 10_000;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (paragraphs, questions) = (arguments.Number("--paragraphs", 10), arguments.Number("--questions", 300));
        Console.WriteLine($"{Machine.Told}; articles of {paragraphs} paragraphs, {questions} questions one after the other");
        Console.WriteLine();
        Console.WriteLine("| articles | passages | index s | bare, all fields s | times | bare, same index s | times | first start s | restart s | share | of processor time | question median ms | p99 ms | processor ms each | KB each | collections, pauses ms | one bare search ms | times | first mistyped ms | reachable MB at rest, after questions | resident MB at rest, most | answered | restart answers the same |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
        foreach (var size in arguments.Numbers("--sizes", 10, 100, 1_000, 10_000, 100_000))
        {
            var folder = Directory.CreateTempSubdirectory("bot-growth-").FullName;
            try
            {
                Console.WriteLine(await RowAsync(folder, size, paragraphs, questions));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static async Task<string> RowAsync(string folder, int size, int paragraphs, int questions)
    {
        var (knowledge, index) = (Path.Combine(folder, "articles"), Path.Combine(folder, "index"));
        ArticleFolder.Write(knowledge, size, paragraphs);
        string[] start = ["--knowledge", knowledge, "--index", index, "--articles", Text(size), "--questions", Text(questions)];
        var indexing = size <= MostSideBySide ? await StepAsync<IndexingRow>(Indexing, "--knowledge", knowledge) : null;
        var first = await StepAsync<GrowthRow>(Start, start);
        var again = await StepAsync<GrowthRow>(Start, start);
        var beside = indexing is null ? "– | – | – | – | – | –" : string.Create(
            CultureInfo.InvariantCulture,
            $"{indexing.Passages} | {indexing.BotMs / 1000:0.00} | {indexing.BareMs / 1000:0.00} | {indexing.BotMs / indexing.BareMs:0.00} | {indexing.FewMs / 1000:0.00} | {indexing.BotMs / indexing.FewMs:0.00}");
        var search = indexing is null ? "– | –" : string.Create(CultureInfo.InvariantCulture, $"{indexing.SearchMs:0.000} | {again.MedianMs / indexing.SearchMs:0}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {size} | {beside} | {first.OpenMs / 1000:0.00} | {again.OpenMs / 1000:0.00} | {again.OpenMs / first.OpenMs:0.000} | {again.OpenCpuMs / first.OpenCpuMs:0.000} | {again.MedianMs:0.00} | {again.P99Ms:0.0} | {again.EachCpuMs:0.00} | {again.KbEach:0} | {again.Collections}, {again.PauseMs:0} | {search} | {again.MistypedMs:0.0} | {again.HeapMb:0}, {again.AfterMb:0} | {again.ResidentMb:0}, {again.PeakMb:0} | {again.Answered} | {(first.Answers == again.Answers ? "yes" : "no")} |");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<T> StepAsync<T>(string step, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(GrowthCommand).Assembly.Location, step, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<T>(told)! : throw new InvalidOperationException($"'{step}' ended with {process.ExitCode}: its complaint is above.");
    }
}
