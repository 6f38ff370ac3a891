using System.Diagnostics;
using System.Globalization;
using Bot.Answering.Answers;
using Bot.Benchmarks.Data;

namespace Bot.Benchmarks.Commands;

/// <summary>How long after a model's last word the checked answer is there, one question after the other, as a Markdown table.</summary>
internal static class LastWordCommand
{
    private const double Goal = 10;
    private const int WarmUp = 50;
    private const int Articles = 1_000;
    private const int Paragraphs = 10;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var questions = arguments.Number("--questions", 1_000);
        var folder = Directory.CreateTempSubdirectory("bot-last-word-").FullName;
        ArticleFolder.Write(folder, Articles, Paragraphs);
        await using var model = await StreamingModel.StartAsync();
        await using var served = new ServedArticles(folder, index: null, model.Endpoint);
        await served.Knowledge.OpenAsync(watch: false, CancellationToken.None);
        var (times, whole, ofModel, sentences) = (new Times(), new Times(), 0, 0);
        for (var at = 0; at < WarmUp + questions; at++)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await served.AskAsync(MadeUpNews.Question(at * 37 % Articles));
            if (at >= WarmUp && answer is Answer.Answered answered && answer.Making.Engine != Making.Extractive)
            {
                times.Add(Stopwatch.GetElapsedTime(model.LastWord));
                whole.Add(Stopwatch.GetElapsedTime(start));
                ofModel++;
                sentences += answered.Claims.Length;
            }
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{Machine.Told}; {questions} questions one after the other over {Articles} articles, a scripted model on loopback that streams word by word");
        Console.WriteLine();
        Console.WriteLine("| | n | sentences each | median ms | p99 ms |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        var each = ((double)sentences / Math.Max(1, ofModel)).ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine($"| from the model's last word to the checked answer | {ofModel} | {each} | {Times.Shown(times.Median)} | {Times.Shown(times.P99)} |");
        Console.WriteLine($"| the whole question, the model's streaming with it | {ofModel} | {each} | {Times.Shown(whole.Median)} | {Times.Shown(whole.P99)} |");
        return ofModel > questions / 2 && times.P99 <= Goal ? 0 : 1;
    }
}
