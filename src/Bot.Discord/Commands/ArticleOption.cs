using Bot.Conversations.Channels;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Bot.Knowledge.Articles;

namespace Bot.Discord.Commands;

/// <summary>The option that names an article, of each command that has it.</summary>
internal sealed class ArticleOption(ReadersShelf shelf, GuildSettingsBook book)
{
    private const string Name = "article";
    private const int Echoed = 60;

    /// <summary>As it is registered.</summary>
    /// <param name="words">The description's name in the resource files.</param>
    public static CommandOption Definition(string words) => CommandWords.Option(CommandOption.Words, Name, "Article", words) with { Autocomplete = true };

    /// <summary>The articles that somebody who types may mean.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(Interaction typing, CancellationToken cancellationToken)
    {
        var scope = await book.ScopeAsync(typing, cancellationToken).ConfigureAwait(false);
        return
        [
            .. shelf.Matching(typing.Typed)
                .Where(article => scope?.Has(article) != false)
                .Take(Choice.MostOfThem)
                .Select(article => new Choice(ShownAs(article, typing.Locale), ReadersShelf.NameOf(article))),
        ];
    }

    /// <summary>The article that was named.</summary>
    /// <param name="used">The command.</param>
    /// <param name="article">The article; <see langword="null"/> when none was named.</param>
    /// <returns>What to say when there is no such article.</returns>
    public string? Read(Interaction used, out Article? article)
    {
        article = null;
        if (used.Words(Name) is not { } option || PlainText.Of(option) is not { Length: > 0 } said)
        {
            return null;
        }

        article = shelf.Find(option);
        if (article is not null)
        {
            return null;
        }

        var near = string.Join(" · ", shelf.Near(said).Select(one => ArticleLine.TitleOf(one, Choice.Most)));
        return near.Length > 0
            ? ChannelWords.Of("NoSuchArticle", used.Locale, PlainText.Of(said, Echoed), near)
            : ChannelWords.Of("NothingLikeIt", used.Locale, PlainText.Of(said, Echoed));
    }

    private static string ShownAs(Article article, string? locale)
    {
        var dated = article.Published is { } date ? $" ({ChannelWords.Date(date, locale)})" : "";
        return ArticleLine.TitleOf(article, Choice.Most - dated.Length) + dated;
    }
}
