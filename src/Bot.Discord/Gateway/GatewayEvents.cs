using System.Text.Json;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Takes what happens on Discord to what deals with it.</summary>
internal sealed partial class GatewayEvents(
    IInteractions interactions, OpenCallbacks callbacks, Mentions mentions, ThreadParents parents, RestClient rest, ILogger<GatewayEvents> logger) : IGatewayEvents
{
    public Task TakeAsync(string type, JsonElement data, CancellationToken cancellationToken) => type switch
    {
        "READY" => mentions.KnowSelfAsync(data, cancellationToken),
        "INTERACTION_CREATE" => RespondAsync(data, cancellationToken),
        "MESSAGE_CREATE" => mentions.AskedAsync(data, cancellationToken),
        "MESSAGE_UPDATE" => mentions.EditedAsync(data, cancellationToken),
        "GUILD_CREATE" or "THREAD_CREATE" => Learned(data),
        "MESSAGE_DELETE" => mentions.DeletedAsync(data, cancellationToken),
        "MESSAGE_DELETE_BULK" => mentions.DeletedAllAsync(data, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task Learned(JsonElement data)
    {
        parents.Learn(data);
        return Task.CompletedTask;
    }

    private async Task RespondAsync(JsonElement data, CancellationToken cancellationToken)
    {
        var interaction = new Interaction(data);
        var reply = RestReply.Lost("It had no first response.");
        try
        {
            var response = await interactions.AnswerAsync(data, cancellationToken).ConfigureAwait(false);
            reply = await rest.SendAsync(Routes.CreateInteractionResponse(interaction.Id, interaction.Token, response), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            callbacks.Sent(interaction.Token, reply);
        }

        if (!reply.Done)
        {
            // 10062: it came too late; 40060: another process was faster. What was asked is in the record either way.
            LogNotAcknowledged(reply.Reason);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An interaction was not acknowledged: {Reason}.")]
    private partial void LogNotAcknowledged(string reason);
}
