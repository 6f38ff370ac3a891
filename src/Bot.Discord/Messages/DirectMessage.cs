namespace Bot.Discord.Messages;

/// <summary>The channel between Bot and a user (https://discord.com/developers/docs/resources/user#create-dm).</summary>
/// <param name="RecipientId">The user.</param>
internal sealed record DirectMessage(string RecipientId);
