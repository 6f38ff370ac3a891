using System.Text.Json;
using Bot.Conversations.Privacy;
using Bot.Discord.Channels;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Bot.Discord.Threads;

namespace Bot.Discord.Commands;

/// <summary><c>/forget</c>: the conversation starts anew, or all that its asker ever asked here is deleted.</summary>
internal sealed class ForgetCommand(ReaderPrivacy privacy, OwnThreads threads) : ICommand
{
    private const string Everything = "everything";

    public ApplicationCommand Definition => CommandWords.Command("forget", "Forget") with
    {
        Options = [CommandWords.Option(CommandOption.Switch, Everything, "Everything", "ForgetEverything")],
    };

    public async Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
    {
        if (used.Option(Everything) is { ValueKind: JsonValueKind.True })
        {
            var deleted = await privacy.DeleteAsync(DiscordChannel.ChannelName, used.UserId, cancellationToken).ConfigureAwait(false);
            return Saying(ChannelWords.Of("Deleted", used.Locale, deleted));
        }

        await privacy.ForgetAsync(DiscordChannel.ChannelName, await threads.ConversationOfAsync(used.ChannelId, used.UserId, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return Saying(ChannelWords.Of("Forgotten", used.Locale));
    }

    private static byte[] Saying(string words) => InteractionResponse.Private(AnswerMessages.OfWords(words)[0]);
}
