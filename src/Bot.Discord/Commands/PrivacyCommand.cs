using Bot.Conversations.Privacy;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Commands;

/// <summary><c>/privacy</c>: what is kept, for how long, and how to have it deleted.</summary>
internal sealed class PrivacyCommand(ReaderPrivacy privacy, Links links) : ICommand
{
    public ApplicationCommand Definition => CommandWords.Command("privacy", "Privacy");

    public Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
    {
        var how = ChannelWords.Of("PrivacyHere", used.Locale, CommandWords.Of("ForgetName", used.Locale), CommandWords.Of("EverythingName", used.Locale));
        var said = AnswerMessages.OfWords($"{privacy.TextIn(used.Locale)}\n{how}")[0];
        return Task.FromResult(InteractionResponse.Private(
            links.Privacy is { } page ? said with { Content = $"{said.Content}\n[{DiscordText.Of(ChannelWords.Of("PrivacyPage", used.Locale))}](<{page}>)" } : said));
    }
}
