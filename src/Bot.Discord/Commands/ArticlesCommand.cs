using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Commands;

/// <summary><c>/articles</c>: what can be asked about, the newest first, shown to who wants to know.</summary>
internal sealed class ArticlesCommand(ReadersShelf shelf, GuildSettingsBook book, Links links) : ICommand
{
    public ApplicationCommand Definition => CommandWords.Command("articles", "Articles");

    public async Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
    {
        var scope = await book.ScopeAsync(used, cancellationToken).ConfigureAwait(false);
        Line[] lines = [.. shelf.All.Where(article => scope?.Has(article) != false).Select(article => Line.Of(Line.Bullet, ArticleLine.Dated(article, links, used.Locale)))];
        var content = lines.Length == 0
            ? AnswerMessages.OfWords(ChannelWords.Of("NoArticles", used.Locale))[0].Content
            : Listing.Of(ChannelWords.Of("ArticlesLead", used.Locale), lines, left => ChannelWords.Of("ArticlesLeft", used.Locale, left)).Content;
        return InteractionResponse.Private(new() { Content = content });
    }
}
