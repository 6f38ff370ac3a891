using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Tests.Reading;

namespace Bot.Knowledge.Tests.Importing;

public sealed class ArticleStatusesTests : IDisposable
{
    private readonly ReadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("---\ntitle: T\nstatus: draft\n---\nText.\n", "---\ntitle: T\nstatus: published\n---\nText.\n")]
    [InlineData("---\r\nstatus:   \"Draft\"  # for now\r\ntitle: T\r\n---\r\nstatus: draft\r\n\r\n", "---\r\nstatus:   published  # for now\r\ntitle: T\r\n---\r\nstatus: draft\r\n\r\n")]
    [InlineData("\uFEFF---\nSTATUS: withdrawn\n...\n\nZoë.  \n\t\n", "\uFEFF---\nSTATUS: published\n...\n\nZoë.  \n\t\n")]
    [InlineData("\n---\nstatus:draft_of: x\nstatus: 'draft'\n---\nText.", "\n---\nstatus:draft_of: x\nstatus: published\n---\nText.")]
    public async Task Only_the_status_changes(string before, string after)
    {
        var path = _folder.Write("news/a.md", before);

        await Statuses().MoveAsync("news/a", ArticleStatus.Published, CancellationToken.None);

        Assert.Equal(Encoding.UTF8.GetBytes(after), await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData("---\ntitle: T\n---\nText.\n", "---\ntitle: T\nstatus: withdrawn\n---\nText.\n")]
    [InlineData("---\ntitle: T\nstatus:\n---\nText.\n", "---\ntitle: T\nstatus: withdrawn\n---\nText.\n")]
    [InlineData("---\r\n---\r\nText.\r\n", "---\r\nstatus: withdrawn\r\n---\r\nText.\r\n")]
    [InlineData("# Heading\n\nText.\n", "---\nstatus: withdrawn\n---\n# Heading\n\nText.\n")]
    public async Task A_status_that_was_not_written_is_added(string before, string after)
    {
        var path = _folder.Write("a.md", before);

        await Statuses().MoveAsync("a", ArticleStatus.Withdrawn, CancellationToken.None);

        Assert.Equal(after, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_status_it_has_already_leaves_the_file_as_it_is()
    {
        var path = _folder.Write("a.md", "Text.\n");

        Assert.Equal(ArticleStatus.Published, (await Statuses().MoveAsync("a", ArticleStatus.Published, CancellationToken.None)).Status);

        Assert.Equal("Text.\n", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("a.md", "---\n{title: T, status: draft}\n---\nText.\n", "Write 'status: withdrawn' there by hand.")]
    [InlineData("a.md", "---\ntitle: T\nstatus:\n  draft\n---\nText.\n", "Write 'status: withdrawn' there by hand.")]
    [InlineData("a.html", "<title>T</title><p>Text.</p>", "Make a Markdown draft of it with 'import', and delete the file.")]
    [InlineData("b.md", "Text.", "'passages --editor' lists them, drafts too.")]
    public async Task What_cannot_be_changed_is_left_alone_with_the_cure(string file, string text, string cure)
    {
        var path = _folder.Write(file, text);

        var refusal = await Assert.ThrowsAsync<ImportException>(() => Statuses().MoveAsync("a", ArticleStatus.Withdrawn, CancellationToken.None));

        Assert.EndsWith(cure, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    private ArticleStatuses Statuses() => new(Microsoft.Extensions.Options.Options.Create(_folder.Options), _folder.Reader);
}
