using System.Globalization;
using Bot.Discord.Interactions;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Names what is wrong with the settings of Discord, all at once.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
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

        foreach (var guild in options.Guilds.Where(guild => !ulong.TryParse(guild, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            yield return $"Discord:Guilds has '{guild}': write the server's id, a number such as 81384788765712384 (in Discord with developer mode: right-click the server, Copy Server ID).";
        }

        if (!IsSafe(options.ApiUrl))
        {
            yield return $"Discord:ApiUrl is '{options.ApiUrl}': write an https address (http only on this machine), such as https://discord.com/api/v10.";
        }
    }

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
