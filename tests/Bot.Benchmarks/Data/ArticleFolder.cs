using System.Globalization;

namespace Bot.Benchmarks.Data;

/// <summary>A folder of made-up articles, in folders of a thousand files.</summary>
internal static class ArticleFolder
{
    private const int EachFolder = 1_000;

    public static void Write(string path, int articles, int paragraphs)
    {
        var news = new MadeUpNews(paragraphs);
        foreach (var chunk in Enumerable.Range(0, articles).Chunk(EachFolder))
        {
            var folder = Directory.CreateDirectory(Path.Combine(path, (chunk[0] / EachFolder).ToString("000", CultureInfo.InvariantCulture))).FullName;
            Parallel.ForEach(chunk, number => File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:000000}.md")), news.Markdown(number)));
        }
    }
}
