namespace Bot.Discord.Guilds;

/// <summary>Something to tell somebody once.</summary>
/// <param name="Words">What, in Discord's markdown.</param>
/// <param name="Key">What it is and whom it is for, which the record keeps as addresses are kept: encrypted.</param>
internal sealed record Note(string Words, string Key);
