using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Rest;

/// <summary>The bot's token, until Discord refuses it: then it is used no more, since each refusal counts towards being shut out.</summary>
internal sealed partial class BotToken(IOptions<DiscordOptions> options, ILogger<BotToken> logger)
{
    private string? _value = options.Value.Token;

    /// <summary>The token; <see langword="null"/> when there is none any more.</summary>
    public string? Value => Volatile.Read(ref _value);

    /// <summary>Discord refused it.</summary>
    public void Drop()
    {
        if (Interlocked.Exchange(ref _value, null) is not null)
        {
            LogRefused();
        }
    }

    [LoggerMessage(LogLevel.Critical, "Discord refused the token, and Bot speaks with it no more: make a new one in the developer portal (Bot, Reset Token), set Discord:Token and start Bot anew.")]
    private partial void LogRefused();
}
