namespace Bot.Discord.Guilds;

/// <summary>Permissions that matter to Bot (https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags).</summary>
[Flags]
internal enum Permission : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    ReadMessageHistory = 1UL << 16,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,
    All = ulong.MaxValue,
}
