using System.Text.Json;

namespace Bot.Discord.Interactions;

/// <summary>What Bot does when somebody uses a command or a button, however Discord brings it.</summary>
internal interface IInteractions
{
    /// <summary>Takes an interaction (https://discord.com/developers/docs/interactions/receiving-and-responding).</summary>
    /// <param name="interaction">As Discord sent it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The interaction response, JSON: within 3 seconds.</returns>
    Task<byte[]> AnswerAsync(JsonElement interaction, CancellationToken cancellationToken);
}
