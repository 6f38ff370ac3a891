using System.Collections.Frozen;
using System.Text.Json;
using Bot.Discord.Commands;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Interactions;

/// <summary>Takes interactions to what deals with them.</summary>
internal sealed class InteractionDesk(IEnumerable<ICommand> commands, Presses presses) : IInteractions
{
    private readonly FrozenDictionary<string, ICommand> _commands = commands.ToFrozenDictionary(command => command.Definition.Name, StringComparer.Ordinal);

    public Task<byte[]> AnswerAsync(JsonElement interaction, CancellationToken cancellationToken) => new Interaction(interaction) switch
    {
        { Type: Interaction.Command } used when _commands.TryGetValue(used.Name, out var command) => command.RunAsync(used, cancellationToken),
        { Type: Interaction.Component } pressed => presses.PressedAsync(pressed, cancellationToken),
        { Type: Interaction.Modal } written => presses.WrittenAsync(written, cancellationToken),
        var unknown => Task.FromResult(InteractionResponse.Private(AnswerMessages.OfWords(ChannelWords.Of("TryAgain", unknown.Locale))[0])),
    };
}
