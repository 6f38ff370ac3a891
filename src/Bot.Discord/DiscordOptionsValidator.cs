using System.Globalization;
using Bot.Discord.Interactions;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Names what is wrong with the settings of Discord, all at once.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    // Discord's own limit of a custom status.
    private const int LongestPresence = 128;

    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        string[] failures = [.. Failures(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(DiscordOptions options)
    {
        // Its value stays out of every message.
        if (options.Token is { } token && (string.IsNullOrWhiteSpace(token) || token.Any(sign => char.IsWhiteSpace(sign) || !char.IsAscii(sign)) || token.StartsWith("Bot", StringComparison.Ordinal)))
        {
            yield return "Discord:Token is no token: copy it anew from the developer portal (Bot, Reset Token), without 'Bot' before it, into user secrets or the environment.";
        }

        if (options.PublicKey is { } key && !InteractionSignature.IsKey(key))
        {
            yield return $"Discord:PublicKey is '{key}': copy it from the developer portal (General Information, Public Key); it has 64 hexadecimal digits.";
        }

        if (options.ApplicationId is { } id && !IsId(id))
        {
            yield return $"Discord:ApplicationId is '{id}': copy it from the developer portal (General Information, Application ID); it is a number of 17 to 20 digits.";
        }

        if (options is { PublicKey: not null, ApplicationId: null, Token: null })
        {
            yield return "Discord:PublicKey is set, and neither Discord:Token nor Discord:ApplicationId: set the token, which also registers the commands, or at least the id that belongs to the key.";
        }

        if (options is { Shards: 0, PublicKey: null })
        {
            yield return "Discord:Shards is 0 without Discord:PublicKey: nothing would come from Discord; set the key, for interactions over HTTP, or leave out the shards.";
        }

        if (options.Presence is { Length: > LongestPresence } presence)
        {
            yield return $"Discord:Presence has {presence.Length} characters: write at most {LongestPresence}.";
        }

        foreach (var guild in options.Guilds.Where(guild => !ulong.TryParse(guild, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            yield return $"Discord:Guilds has '{guild}': write the server's id, a number such as 81384788765712384 (in Discord with developer mode: right-click the server, Copy Server ID).";
        }

        if (!IsSafe(options.ApiUrl))
        {
            yield return $"Discord:ApiUrl is '{options.ApiUrl}': write an https address (http only on this machine), such as https://discord.com/api/v10.";
        }
    }

    private static bool IsId(string text) => text.Length is >= 17 and <= 20 && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
