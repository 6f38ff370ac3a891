using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>What Bot does when something happens on Discord.</summary>
internal interface IGatewayEvents
{
    /// <summary>
    /// Takes an event (https://discord.com/developers/docs/events/gateway-events#receive-events). The connection goes on meanwhile; when the task ends, the event is dealt with and
    /// will not come again after a restart. What throws is logged, and counts as dealt with.
    /// </summary>
    /// <param name="type">Its name, such as <c>MESSAGE_CREATE</c>.</param>
    /// <param name="data">What it carries.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task TakeAsync(string type, JsonElement data, CancellationToken cancellationToken);
}
