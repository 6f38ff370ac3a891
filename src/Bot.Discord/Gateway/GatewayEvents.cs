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
        "MESSAGE_CREATE" => mentions.AskedAsync(new(data), cancellationToken),
        "MESSAGE_UPDATE" => mentions.EditedAsync(new(data), cancellationToken),
        "GUILD_CREATE" or "THREAD_CREATE" => Learned(data),
        "MESSAGE_DELETE" => mentions.DeletedAsync(new(data), cancellationToken),
        "MESSAGE_DELETE_BULK" => mentions.DeletedAllAsync(new(data), cancellationToken),
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

        // An event that is replayed after a restart may have been acknowledged before it.
        if (!reply.Done && reply.Code != RestReply.AlreadyAcknowledged)
        {
            // 10062: it came too late. What was asked is in the record all the same.
            LogNotAcknowledged(reply.Reason);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An interaction was not acknowledged: {Reason}.")]
    private partial void LogNotAcknowledged(string reason);
}
