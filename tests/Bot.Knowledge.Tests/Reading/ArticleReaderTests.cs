using System.Text;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;

namespace Bot.Knowledge.Tests.Reading;

public class ArticleReaderTests
{
    [Theory]
    [InlineData("World News/Ältere Brücke (2).md", "world-news/ältere-brücke-2")]
    [InlineData("a.b/C_d--e .txt", "a-b/c_d-e")]
    [InlineData("हिन्दी.html", "हिन्दी")]
    public void A_slug_is_the_path_in_safe_lower_case(string name, string slug)
    {
        Assert.Equal(slug, Reading.Article(name, "<p>A text.</p>\n\nAnd more.").Slug);
    }

    [Fact]
    public void A_name_without_letters_is_reported() =>
        Assert.Equal("The name '!!.md' has a part with neither letters nor digits.", Reading.Problem("!!.md", "Text.").Message);

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    public void A_file_over_the_limit_names_size_limit_and_setting(string name)
    {
        var problem = Reading.Problem(name, new string('x', 2000), options => options.MaxFileBytes = 1024);

        Assert.Equal((name, "It has 2000 bytes; the limit is 1024."), (problem.File, problem.Message));
        Assert.Contains("Knowledge:MaxFileBytes", problem.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collection_has_a_limit_of_its_own()
    {
        var problem = Reading.Problem("a.jsonl", new string(' ', 2000), options => options.MaxCollectionBytes = 1024);

        Assert.Contains("Knowledge:MaxCollectionBytes", problem.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    public void Bytes_that_are_not_utf8_are_reported_with_their_line(string name)
    {
        var problem = Reading.Problem(name, [.. "One\nGr"u8, 0xF6, .. "sse"u8]);

        Assert.Equal((2, "It is not UTF-8: byte 6 cannot be read."), (problem.Line, problem.Message));
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    public void A_file_with_a_NUL_byte_is_refused(string name)
    {
        var problem = Reading.Problem(name, "One\nTwo\0");

        Assert.Equal(2, problem.Line);
        Assert.Contains("NUL", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_is_heeded_and_left_out(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal("Größe 🚋.", Reading.Article("a.md", [.. encoding.GetPreamble(), .. encoding.GetBytes("---\ntitle: T\n---\nGröße 🚋.")]).Text);
    }

    [Fact]
    public void Cases_and_their_tables_are_neither_articles_nor_problems()
    {
        using var folder = new ReadingFolder();
        folder.Write("a.md", "Text.");
        folder.Write("a.tests.yaml", "- question: What?");
        folder.Write("a.tests.jsonl", "{\"question\":\"What?\"}");
        folder.Write("a.tests.csv", "question\nWhat?");

        var library = folder.Reader.ReadAll(folder.Root, CancellationToken.None);

        Assert.Equal(["a"], library.Articles.Keys);
        Assert.Empty(library.Problems);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        using var outside = new ReadingFolder();
        using var folder = new ReadingFolder();
        var target = outside.Write("secret.md", "Secret.");
        File.CreateSymbolicLink(Path.Combine(folder.Root, "a.md"), target);
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "sub"), outside.Root);
        folder.Write("b.md", "Text.");

        var library = folder.Reader.ReadAll(folder.Root, CancellationToken.None);

        Assert.Equal(["b"], library.Articles.Keys);
        Assert.Equal(["a.md", "sub"], library.Problems.Select(problem => problem.File).Order());
        Assert.All(library.Problems, problem => Assert.Contains("leads out of the knowledge folder", problem.Message, StringComparison.Ordinal));
        Assert.Empty(folder.Reader.Read(folder.Root, Path.Combine(folder.Root, "sub", "secret.md"), CancellationToken.None).Articles);
    }

    [Fact]
    public void A_link_within_the_folder_is_followed_as_a_mounted_folder_needs()
    {
        using var folder = new ReadingFolder();
        folder.Write("..2024/a.md", "Text.");
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "..data"), "..2024");
        File.CreateSymbolicLink(Path.Combine(folder.Root, "a.md"), Path.Combine("..data", "a.md"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "circle"), folder.Root);

        var library = folder.Reader.ReadAll(folder.Root, CancellationToken.None);

        Assert.Equal(["a"], library.Articles.Keys);
        Assert.Empty(library.Problems);
    }

    [Fact]
    public void A_link_to_nothing_is_reported()
    {
        using var folder = new ReadingFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Root, "a.md"), "gone.md");

        var problem = Assert.Single(folder.Reader.ReadAll(folder.Root, CancellationToken.None).Problems);

        Assert.Equal(("a.md", "It is a link to 'gone.md', which is not there."), (problem.File, problem.Message));
    }

    [Fact]
    public void Only_articles_are_listed()
    {
        using var folder = new ReadingFolder();
        foreach (var name in new[] { "b.MD", "a.txt", "c/d.htm", "e.jsonl", "x.yaml", "replies.tests.yaml", ".hidden.md", "_draft.md", "_images/x.md", ".git/x.md", "y.svg" })
        {
            folder.Write(name, "Text.");
        }

        var listing = ArticleFolder.List(folder.Root);

        Assert.Equal(["a.txt", "b.MD", "c/d.htm", "e.jsonl"], listing.Files.Select(file => ArticleFolder.NameOf(folder.Root, file)));
        Assert.All(listing.Files, file => Assert.True(ArticleFolder.IsArticle(folder.Root, file)));
        Assert.False(ArticleFolder.IsArticle(folder.Root, Path.Combine(folder.Root, "_images", "x.md")));
        Assert.False(ArticleFolder.IsArticle(folder.Root, Path.Combine(folder.Root, "x.yaml")));
        Assert.Empty(listing.Problems);
    }

    [Fact]
    public void A_single_file_may_stand_for_the_folder()
    {
        using var folder = new ReadingFolder();
        folder.Write("other.md", "Text.");
        var library = folder.Reader.ReadAll(folder.Write("a.md", "Text."), CancellationToken.None);

        Assert.Equal(["a"], library.Articles.Keys);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem()
    {
        using var folder = new ReadingFolder();
        var problem = Assert.Single(folder.Reader.ReadAll(Path.Combine(folder.Root, "gone"), CancellationToken.None).Problems);

        Assert.Contains("no such folder", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Knowledge:Path", problem.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_of_one_slug_are_reported_by_both_names()
    {
        using var folder = new ReadingFolder();
        folder.Write("a.txt", "One.");
        folder.Write("a.md", "Two.");

        var library = folder.Reader.ReadAll(folder.Root, CancellationToken.None);

        Assert.Equal("Two.", Assert.Single(library.Articles).Value.Text);
        Assert.Equal("a.md and a.txt both give the slug 'a'; only a.md is served.", Assert.Single(library.Problems).Message);
    }

    [Fact]
    public void Articles_beyond_the_limit_are_reported()
    {
        using var folder = new ReadingFolder();
        folder.Options.MaxArticles = 2;
        folder.Write("a.md", "One.");
        folder.Write("b.jsonl", string.Join('\n', Enumerable.Range(0, 4).Select(i => $"{{\"id\":\"b{i}\",\"title\":\"T\",\"text\":\"B.\"}}")));

        var library = folder.Reader.ReadAll(folder.Root, CancellationToken.None);

        Assert.Equal(["a", "b0"], library.Articles.Keys);
        var problem = Assert.Single(library.Problems);
        Assert.Equal("3 of its 4 articles are not served: the limit of 2 articles is reached.", problem.Message);
        Assert.Contains("Knowledge:MaxArticles", problem.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_does_not_keep_the_others_from_being_read()
    {
        using var folder = new ReadingFolder();
        folder.Write("a.md", "---\nstatus: x\n---\nText.");
        folder.Write("b.md", "Text.");

        var library = folder.Reader.ReadAll(folder.Root, CancellationToken.None);

        Assert.Equal(["b"], library.Articles.Keys);
        Assert.Equal("a.md:2: 'x' is no value for 'status'. Write one of draft, published, withdrawn.", Assert.Single(library.Problems).ToString());
    }

    [Fact]
    public void The_language_is_the_articles_own_or_guessed_or_the_default()
    {
        using var folder = new ReadingFolder();
        var path = folder.Write("a.md", "Text.");
        var options = Microsoft.Extensions.Options.Options.Create(folder.Options);
        folder.Options.DefaultLanguage = "fr";

        string LanguageOf(Func<string, string?> guess) => new ArticleReader(options, guess).Read(folder.Root, path, CancellationToken.None).Articles[0].Language;

        Assert.Equal("xx", LanguageOf(text => text == "Text." ? "xx" : null));
        Assert.Equal("fr", LanguageOf(_ => null));
        folder.Write("a.md", "---\nlanguage: de\n---\nText.");
        Assert.Equal("de", LanguageOf(_ => "xx"));
    }

    [Fact]
    public void Cancellation_is_no_problem_of_the_file()
    {
        using var folder = new ReadingFolder();
        var path = folder.Write("a.jsonl", "{\"id\":\"a\",\"title\":\"T\",\"text\":\"A.\"}");

        Assert.Throws<OperationCanceledException>(() => folder.Reader.Read(folder.Root, path, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Other_kinds_of_file_are_refused() => Assert.Contains("'.docx'", Reading.Problem("a.docx", "Text.").Message, StringComparison.Ordinal);
}
