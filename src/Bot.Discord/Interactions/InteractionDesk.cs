using System.Text.Json;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Interactions;

/// <summary>Takes interactions to what deals with them.</summary>
internal sealed class InteractionDesk(Asking asking, Presses presses) : IInteractions
{
    /// <summary>The command that asks.</summary>
    public const string Ask = "ask";

    public async Task<byte[]> AnswerAsync(JsonElement interaction, CancellationToken cancellationToken) => new Interaction(interaction) switch
    {
        { Type: Interaction.Command, Name: Ask } asked => await asking.AskAsync(
            asked,
            asked.Option("question") is { ValueKind: JsonValueKind.String } question ? question.GetString()! : "",
            asked.Option("article") is { ValueKind: JsonValueKind.String } article ? article.GetString() : null,
            asked.Option("private") is { ValueKind: JsonValueKind.True },
            cancellationToken).ConfigureAwait(false),
        { Type: Interaction.Component } pressed => await presses.PressedAsync(pressed, cancellationToken).ConfigureAwait(false),
        { Type: Interaction.Modal } written => await presses.WrittenAsync(written, cancellationToken).ConfigureAwait(false),
        var unknown => InteractionResponse.Private(AnswerMessages.OfWords(ChannelWords.Of("TryAgain", unknown.Locale))[0]),
    };
}
