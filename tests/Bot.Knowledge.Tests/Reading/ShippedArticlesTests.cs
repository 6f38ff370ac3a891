using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading;

namespace Bot.Knowledge.Tests.Reading;

public class ShippedArticlesTests
{
    private static readonly ArticleLibrary Shipped =
        new ArticleReader(Microsoft.Extensions.Options.Options.Create(new KnowledgeOptions())).ReadAll(Path.Combine(Repository.Root, "knowledge"), CancellationToken.None);

    [Fact]
    public void All_are_read_without_a_problem()
    {
        Assert.Empty(Shipped.Problems);
        Assert.True(Shipped.Articles.Count >= 3);
        Assert.All(Shipped.Articles.Values, article => Assert.NotNull(article.Published));
        Assert.All(Shipped.Articles.Values, article => Assert.NotNull(article.Byline));
    }

    [Fact]
    public void Together_they_have_every_kind_of_block_and_more_than_one_language()
    {
        Assert.Equal(Enum.GetValues<BlockKind>(), Shipped.Articles.Values.SelectMany(article => article.Blocks).Select(block => block.Kind).Distinct().Order());
        Assert.True(Shipped.Articles.Values.Select(article => article.Language).Distinct().Count() > 1);
    }

    [Fact]
    public void A_picture_that_an_article_shows_is_there()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "knowledge"), "*.md"))
        {
            foreach (var part in File.ReadAllText(file).Split("](_")[1..])
            {
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "_" + part[..part.IndexOfAny([')', ' '])])), file);
            }
        }
    }
}
