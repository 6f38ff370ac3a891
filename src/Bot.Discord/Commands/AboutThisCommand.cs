using System.Text.RegularExpressions;
using Bot.Conversations.Channels;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Commands;

/// <summary>
/// "Ask about this", from a message's menu. Somebody's question is asked as it stands; of other words the reader makes a question first. The answer
/// is for who chose it: in the channel nobody would know what it answers.
/// </summary>
internal sealed partial class AboutThisCommand(Asking asking) : ICommand, IForm
{
    public ApplicationCommand Definition => new(CommandWords.Of("AboutThisName"))
    {
        Type = ApplicationCommand.OnMessage,
        NameLocalizations = CommandWords.Translations("AboutThisName"),
    };

    public string CustomId => "about-this";

    public async Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
    {
        var words = PlainText.Of(Mention().Replace(used.TargetText, " "));
        if (words.Length == 0)
        {
            return InteractionResponse.Private(AnswerMessages.OfWords(ChannelWords.Of("NoWords", used.Locale))[0]);
        }

        if (Asks().IsMatch(words) && words.Length <= asking.MostLength)
        {
            return await asking.AskAsync(used, words, null, isPrivate: true, cancellationToken).ConfigureAwait(false);
        }

        var title = PlainText.Of(CommandWords.Of("AboutThisName", used.Locale), InteractionResponse.MostTitle);
        var label = PlainText.Of(ChannelWords.Of("YourQuestion", used.Locale), InteractionResponse.MostTitle);
        return InteractionResponse.Form(CustomId, title, label, asking.MostLength, required: true, PlainText.Of(words, asking.MostLength));
    }

    public Task<byte[]> WrittenAsync(Interaction written, CancellationToken cancellationToken) => asking.AskAsync(written, written.Written, null, isPrivate: true, cancellationToken);

    [GeneratedRegex(@"[?？؟]\W*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asks();

    // Of people, roles, channels and commands.
    [GeneratedRegex("<(?:@[!&]?|#|/[^:>]{1,100}:)[0-9]{1,20}>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
