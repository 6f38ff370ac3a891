using System.Collections.Frozen;
using System.Text.Json;
using Bot.Discord.Commands;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Interactions;

/// <summary>Takes interactions to what deals with them. Whatever becomes of the record, whoever did something is told in time.</summary>
internal sealed partial class InteractionDesk(IEnumerable<ICommand> commands, IEnumerable<IForm> forms, Presses presses, IOptions<DiscordOptions> options, TimeProvider time, ILogger<InteractionDesk> logger) : IInteractions
{
    private readonly FrozenDictionary<string, ICommand> _commands = commands.ToFrozenDictionary(command => command.Definition.Name, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, IForm> _forms = forms.ToFrozenDictionary(form => form.CustomId, StringComparer.Ordinal);

    public async Task<byte[]> AnswerAsync(JsonElement interaction, CancellationToken cancellationToken)
    {
        var done = new Interaction(interaction);
        using var limit = new CancellationTokenSource(options.Value.AcknowledgeWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await TakeAsync(done, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(done.Type, error);
            return done.Type == Interaction.Autocomplete ? InteractionResponse.Choices([]) : NotDone(done);
        }
    }

    private Task<byte[]> TakeAsync(Interaction done, CancellationToken cancellationToken) => done switch
    {
        { Type: Interaction.Command } used when _commands.TryGetValue(used.Name, out var command) => command.RunAsync(used, cancellationToken),
        { Type: Interaction.Autocomplete } typing => CompleteAsync(typing, cancellationToken),
        { Type: Interaction.Component } pressed => presses.PressedAsync(pressed, cancellationToken),
        { Type: Interaction.Modal } written when _forms.TryGetValue(written.CustomId, out var form) => form.WrittenAsync(written, cancellationToken),
        { Type: Interaction.Modal } written => presses.WrittenAsync(written, cancellationToken),
        var unknown => Task.FromResult(NotDone(unknown)),
    };

    private async Task<byte[]> CompleteAsync(Interaction typing, CancellationToken cancellationToken) =>
        InteractionResponse.Choices(_commands.GetValueOrDefault(typing.Name) is ICompletedCommand command ? await command.CompleteAsync(typing, cancellationToken).ConfigureAwait(false) : []);

    private static byte[] NotDone(Interaction done) => InteractionResponse.Private(AnswerMessages.OfWords(ChannelWords.Of("NotDone", done.Locale))[0]);

    [LoggerMessage(LogLevel.Warning, "An interaction of type {Type} could not be dealt with; whoever did it is asked to try again.")]
    private partial void LogFailed(int type, Exception error);
}
