using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>What an article calls things, each read when it is first needed.</summary>
internal sealed class ArticleNames(Article article)
{
    private Abbreviations? _abbreviations;

    public Lazy<NameBook> Book { get; } = new(() => new NameBook(article));

    public Abbreviations Abbreviations => _abbreviations ??= new Abbreviations(article);
}
