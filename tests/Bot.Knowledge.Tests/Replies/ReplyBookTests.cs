using Bot.Knowledge.Articles;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Tests.Reading;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Knowledge.Tests.Replies;

public sealed class ReplyBookTests : IDisposable
{
    private const string Good = """
        - name: crisis-lines
          title: Help in a crisis
          source: https://help.example/lines
          phrases:
            en: [crisis line, kill myself]
            de: Krisentelefon
          text:
            en: |
              Call 116 123, at any hour. It is free.

              - by chat
              - by mail
            de: "Rufen Sie 116 123 an."
        """;

    private readonly ReadingFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_reply_has_its_phrases_and_texts_by_language_and_its_source()
    {
        _folder.Write(ReplyBook.FileName, Good);

        var book = Book();

        Assert.Empty(book.Problems);
        var reply = Assert.Single(book.Current);
        Assert.Equal(["crisis line", "kill myself"], reply.Phrases["en"]);
        Assert.Equal(["Krisentelefon"], reply.Phrases["de"]);
        var english = reply.Texts["en"].Article;
        Assert.Equal(("reply:crisis-lines:en", "Help in a crisis", "https://help.example/lines", ArticleDisplay.Link), (english.Slug, english.Title, english.Source!.AbsoluteUri, english.Display));
        Assert.Equal(["Call 116 123, at any hour. It is free.", "by chat\nby mail"], english.Words());
        Assert.True(FixedReply.IsTextOf(english));
    }

    [Fact]
    public void Without_the_file_there_are_none() => Assert.Empty(Book().Current);

    [Fact]
    public void An_edit_counts_at_once_and_a_deleted_file_takes_all_away()
    {
        var path = _folder.Write(ReplyBook.FileName, Good);
        var book = Book();
        Assert.Single(book.Current);

        _folder.Write(ReplyBook.FileName, Good.Replace("116 123 an", "116 111 an", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal("Rufen Sie 116 111 an.", book.Current[0].Texts["de"].Article.Text);

        File.Delete(path);
        Assert.Empty(book.Current);
    }

    [Fact]
    public void A_reply_that_an_edit_breaks_stays_as_it_was_last()
    {
        var path = _folder.Write(ReplyBook.FileName, Good);
        var book = Book();
        Assert.Single(book.Current);

        _folder.Write(ReplyBook.FileName, Good.Replace("source: https://help.example/lines", "source: nowhere", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal("https://help.example/lines", Assert.Single(book.Current).Texts["en"].Article.Source!.AbsoluteUri);
        Assert.Equal("replies.yaml:1: 'nowhere' is no source for 'crisis-lines'. Write an address that begins with https:// or http://.", Assert.Single(book.Problems).ToString());
    }

    [Theory]
    [InlineData("name: x", "replies.yaml:1: It is no list of replies. Begin each reply with '- name: …'.")]
    [InlineData("- name: \"x", "replies.yaml:1: It cannot be read: ")]
    [InlineData(": [\n6", "replies.yaml: It cannot be read: It is no YAML.")]
    [InlineData(" : s", "replies.yaml: It cannot be read: It is no YAML.")]
    [InlineData("- just words", "replies.yaml:1: The reply is not made of named values.")]
    [InlineData("- name: A b\n  title: T\n  source: https://a.example\n  phrases: {en: [x]}\n  text: {en: x}", "replies.yaml:1: 'A b' is no name for a reply. Write lower-case letters, digits and hyphens, such as crisis-lines.")]
    [InlineData("- name: a\n  title: T\n  source: https://a.example\n  phrase: {en: [x]}\n  phrases: {en: [x]}\n  text: {en: x}", "replies.yaml:4: The reply has a field 'phrase', which means nothing. The fields are name, title, source, phrases, text.")]
    [InlineData("- name: a\n  title: T\n  source: https://a.example\n  phrases: {english!: [x]}\n  text: {en: x}", "replies.yaml:4: 'english!' is no language of 'phrases' of 'a'. Write a language code such as en or de.")]
    [InlineData("- name: a\n  title: T\n  source: https://a.example\n  phrases: {en: [x, '']}\n  text: {en: x}", "replies.yaml:4: A phrase of 'a' is missing or empty. Write the words that call for the reply, or leave it out.")]
    [InlineData("- name: a\n  title: T\n  source: https://a.example\n  phrases: {en: [x]}\n  text: {en: }", "replies.yaml:5: The text of 'a' is missing or empty. Write it.")]
    [InlineData("- name: a\n  title: T\n  source: https://a.example\n  text: {en: x}", "replies.yaml: The reply 'a' has no 'phrases'.")]
    [InlineData("- name: a\n  source: https://a.example\n  phrases: {en: [x]}\n  text: {en: x}", "replies.yaml:1: The title of 'a' is missing or empty. Write what its source is called.")]
    [InlineData("- [[[[[[[[[[x]]]]]]]]]]", "replies.yaml:1: It is nested too deeply, or uses an alias. Write each reply out, in a flat list.")]
    [InlineData("- &a {name: *a}", "replies.yaml:1: It is nested too deeply, or uses an alias.")]
    public void What_is_wrong_is_named_with_line_and_cure(string yaml, string problem)
    {
        _folder.Write(ReplyBook.FileName, yaml);

        var book = Book();

        Assert.Empty(book.Current);
        Assert.StartsWith(problem, Assert.Single(book.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_broken_reply_costs_no_other()
    {
        _folder.Write(ReplyBook.FileName, Good + "\n- name: crisis-lines\n  title: T\n  source: https://a.example\n  phrases: {en: [x]}\n  text: {en: x}\n");

        var book = Book();

        Assert.Equal("Help in a crisis", Assert.Single(book.Current).Texts["en"].Article.Title);
        Assert.Contains("There are two replies 'crisis-lines'; only the first is given.", Assert.Single(book.Problems).ToString(), StringComparison.Ordinal);
    }

    private ReplyBook Book() => new(Microsoft.Extensions.Options.Options.Create(_folder.Options), _folder.Reader, _time, NullLogger<ReplyBook>.Instance);
}
