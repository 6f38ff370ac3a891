using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading;

namespace Bot.Knowledge.Tests.Reading;

/// <summary>The raw copy of a news page that Bot was made for. It is under copyright and lies beside the repository, if at all.</summary>
public class SeedTests
{
    [Fact]
    public void The_raw_copy_of_a_news_page_comes_out_clean()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "seed"));
        var path = Path.Combine(folder, "isis-defeated.txt");
        if (!File.Exists(path))
        {
            Assert.Skip($"There is no {path}.");
        }

        var file = new ArticleReader(Microsoft.Extensions.Options.Options.Create(new KnowledgeOptions())).Read(folder, path, CancellationToken.None);

        Assert.Empty(file.Problems);
        var article = Assert.Single(file.Articles);
        Assert.StartsWith("ISIS defeated say", article.Title, StringComparison.Ordinal);
        Assert.StartsWith("President Donald Trump has said", article.Text, StringComparison.Ordinal);
        Assert.Null(article.Published);
        Assert.DoesNotContain("IE 11", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Get more news", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Image:", article.Text, StringComparison.Ordinal);
        Assert.Equal(29, article.Blocks.Length);
        var captions = article.Blocks.Where(block => block.Kind == BlockKind.Caption).ToList();
        Assert.Equal(["NICHOLAS KAMM / AFP - Getty Images", "Maya Alleruzzo / AP"], captions.Select(caption => caption.Credit));
        Assert.All(captions, caption => Assert.EndsWith("2019.", caption.Span.In(article.Text), StringComparison.Ordinal));
        Assert.All(article.Blocks.Except(captions), block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }
}
