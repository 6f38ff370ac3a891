using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Commands;

/// <summary><c>/help</c>: what Bot is and what it can be told.</summary>
internal sealed class HelpCommand : ICommand
{
    /// <summary>What it tells of: commands by their names in the resource files.</summary>
    public static IReadOnlyList<string> Told { get; } = ["Ask", "Summary", "Articles", "Sources", "Forget", "Privacy"];

    public ApplicationCommand Definition => CommandWords.Command("help", "Help");

    public Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken)
    {
        string[] lines =
        [
            ChannelWords.Of("HelpLead", used.Locale),
            .. Told.Select(name => $"/{CommandWords.Of($"{name}Name", used.Locale)}: {CommandWords.Of(name, used.Locale)}"),
            ChannelWords.Of("HelpElse", used.Locale, CommandWords.Of("AboutThisName", used.Locale)),
        ];
        return Task.FromResult(InteractionResponse.Private(AnswerMessages.OfWords(string.Join('\n', lines))[0]));
    }
}
