using System.Net;
using System.Text.Json;
using Bot.Discord.Gateway;
using Bot.Discord.Messages;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Commands;

/// <summary>
/// Brings the application's commands up to date (https://discord.com/developers/docs/interactions/application-commands#registering-a-command), and only
/// when they differ: Discord counts new ones.
/// </summary>
internal sealed partial class CommandRegistration(RestClient rest, IEnumerable<ICommand> commands, IOptions<DiscordOptions> options, TimeProvider time, Random random, ILogger<CommandRegistration> logger)
{
    private const int DailyCreates = 30034;
    private const int InvalidForm = 50035;

    private static readonly Backoff Again = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(2));

    private string? _application = options.Value.ApplicationId;

    /// <summary>Registers them, again and again while Discord does not answer.</summary>
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            var reply = await TryAsync(cancellationToken).ConfigureAwait(false);
            if (reply.Done || reply.Status == HttpStatusCode.Unauthorized || reply is { IsHeld: true, RetryAfter: null })
            {
                // A token that is refused is said already.
                return;
            }

            if (CureOf(reply) is { } cure)
            {
                LogRefused(reply.Reason, cure);
                return;
            }

            LogAgain(reply.Reason);
            await Task.Delay(reply.RetryAfter ?? Again.After(failures, random), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<RestReply> TryAsync(CancellationToken cancellationToken)
    {
        if (_application is null)
        {
            var me = await rest.SendAsync(Routes.GetCurrentApplication(), cancellationToken).ConfigureAwait(false);
            if (!me.Done)
            {
                return me;
            }

            if (me.Body.ValueKind != JsonValueKind.Object || !me.Body.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
            {
                return new(null, default, "no id of the application", Sent: true);
            }

            _application = id.GetString()!;
        }

        var known = await rest.SendAsync(Routes.GetGlobalCommands(_application), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ApplicationCommand> ours = [.. commands.Select(command => command.Definition)];
        return known switch
        {
            { Done: true } => await CompareAsync(_application, ours, known, cancellationToken).ConfigureAwait(false),

            // Nobody has seen them yet, which is no reason not to bring them.
            { Status: HttpStatusCode.NotFound } => await SetAsync(_application, ours, cancellationToken).ConfigureAwait(false),
            _ => known,
        };
    }

    private async Task<RestReply> CompareAsync(string application, IReadOnlyList<ApplicationCommand> ours, RestReply known, CancellationToken cancellationToken)
    {
        if (CommandShape.AreSame(JsonSerializer.SerializeToElement(ours, DiscordJson.Default.IReadOnlyListApplicationCommand), known.Body))
        {
            LogUpToDate(ours.Count);
            return known;
        }

        return await SetAsync(application, ours, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RestReply> SetAsync(string application, IReadOnlyList<ApplicationCommand> ours, CancellationToken cancellationToken)
    {
        var set = await rest.SendAsync(Routes.SetGlobalCommands(application, ours), cancellationToken).ConfigureAwait(false);
        if (set.Done)
        {
            LogRegistered(ours.Count);
        }

        return set;
    }

    // Null where it may be tried again.
    private static string? CureOf(RestReply reply) => reply switch
    {
        { Code: DailyCreates } => "No more commands can be made today, since Discord allows 200 a day; they are registered at the first start after that. Look for what starts Bot with other commands again and again.",
        { Code: InvalidForm } => $"Discord finds a mistake at {string.Join(", ", Mistakes(reply.Body))}; update Bot, or report this.",
        { IsFailure: true } or { RetryAfter: not null } => null,
        { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => "Discord:ApplicationId and Discord:Token must be of one application: copy both anew from the developer portal, or leave the id out.",
        _ => "They are tried again at the next start.",
    };

    // The places alone: 0.options.1.description (https://discord.com/developers/docs/reference#error-messages).
    private static IEnumerable<string> Mistakes(JsonElement body) =>
        body.TryGetProperty("errors", out var errors) ? Places(errors, "") : ["an unknown place"];

    private static IEnumerable<string> Places(JsonElement errors, string place) =>
        errors.ValueKind != JsonValueKind.Object ? []
        : errors.TryGetProperty("_errors", out _) ? [place]
        : errors.EnumerateObject().SelectMany(error => Places(error.Value, place.Length == 0 ? error.Name : $"{place}.{error.Name}"));

    [LoggerMessage(LogLevel.Debug, "Discord has all {Count} commands as they are.")]
    private partial void LogUpToDate(int count);

    [LoggerMessage(LogLevel.Information, "{Count} commands are registered with Discord.")]
    private partial void LogRegistered(int count);

    [LoggerMessage(LogLevel.Error, "Discord did not take the commands ({Reason}). {Cure}")]
    private partial void LogRefused(string reason, string cure);

    [LoggerMessage(LogLevel.Warning, "The commands could not be registered with Discord ({Reason}); it is tried again.")]
    private partial void LogAgain(string reason);
}
