using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Commands;

/// <summary><c>/articles</c>: what can be asked about, the newest first, shown to who wants to know.</summary>
internal sealed class ArticlesCommand(ReadersShelf shelf, Links links) : ICommand
{
    public ApplicationCommand Definition => CommandWords.Command("articles", "Articles");

    public Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
    {
        Line[] lines = [.. shelf.All.Select(article => Line.Of(Line.Bullet, ArticleLine.Dated(article, links, used.Locale)))];
        var content = lines.Length == 0
            ? AnswerMessages.OfWords(ChannelWords.Of("NoArticles", used.Locale))[0].Content
            : Listing.Of(ChannelWords.Of("ArticlesLead", used.Locale), lines, left => ChannelWords.Of("ArticlesLeft", used.Locale, left)).Content;
        return Task.FromResult(InteractionResponse.Private(new() { Content = content }));
    }
}
