using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bot.Discord.Tests.Gateway;
using Bot.Discord.Tests.Rest;
using Microsoft.AspNetCore.Http;

namespace Bot.Host.Soak;

/// <summary>Discord on loopback, as a host meets it: questions go out by the gateway, and what comes back is counted.</summary>
internal sealed class DiscordStage : IAsyncDisposable
{
    private const long FirstEvent = 1_000_000_000;
    private const long FirstChannel = 5_000_000_000;
    private const int MostQuestions = 5_000;
    private const string Parent = "4000000000";
    private const string Allowing = "3000000000";

    private static readonly Thread[] Threads = [.. Enumerable.Range(1, MostQuestions).Select(number => ThreadOf(Text(FirstChannel + number)))];

    private readonly ConcurrentDictionary<string, DiscordQuestion> _byCallback = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DiscordQuestion> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DiscordQuestion> _byChannel = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _allowed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<Task> _opened;
    private int _asked;

    private DiscordStage(ScriptedGateway gateway, ScriptedDiscord discord) => (Gateway, Discord, _opened) = (gateway, discord, new(OpenAsync));

    public ScriptedGateway Gateway { get; }

    public ScriptedDiscord Discord { get; }

    public IEnumerable<(string Name, string Value)> Settings => [("Discord__Token", ScriptedGateway.Token), ("Discord__ApiUrl", Discord.ApiUrl)];

    public static async Task<DiscordStage> StartAsync()
    {
        var stage = new DiscordStage(await ScriptedGateway.StartAsync(), await ScriptedDiscord.StartAsync(TimeProvider.System));
        stage.Discord.Gateway = () => stage.Gateway.Description;
        stage.Discord.Script = stage.HearAsync;
        foreach (var thread in Threads)
        {
            stage.Discord.Resources[$"/channels/{thread.id}"] = JsonSerializer.Serialize(thread);
        }

        return stage;
    }

    /// <summary>Somebody asks by a command, or by a mention, in a channel of their own.</summary>
    public async Task<DiscordQuestion> AskAsync(string text, bool byCommand, bool isPrivate = false)
    {
        await _opened.Value;
        var number = Interlocked.Increment(ref _asked);
        var (id, channel, user) = (Text(FirstEvent + number), Text(FirstChannel + number), Text(7_000_000_000 + number));
        var question = new DiscordQuestion(id, channel, byCommand, isPrivate);
        var session = await Gateway.CurrentAsync(0);
        if (byCommand)
        {
            (_byCallback[id], _byToken[question.Token], _byChannel[channel]) = (question, question, question);
            await session.EmitAsync("INTERACTION_CREATE", new
            {
                id,
                type = 2,
                token = question.Token,
                application_id = "11",
                channel_id = channel,
                channel = ThreadOf(channel),
                guild_id = "6",
                locale = "en-US",
                member = new { user = new { id = user } },
                data = new { name = "ask", options = new object[] { new { name = "question", type = 3, value = text }, new { name = "private", type = 5, value = isPrivate } } },
            });
            return question;
        }

        _byChannel[channel] = question;
        await session.EmitAsync("MESSAGE_CREATE", MessageOf(id, channel, user, $"<@10> {text}", [new { id = "10" }]));
        return question;
    }

    /// <summary>Something happens that is not for the bot.</summary>
    public async Task HappenAsync(int number)
    {
        var session = await Gateway.CurrentAsync(0);
        var (id, channel, user) = (Text(9_000_000_000 + number), Text(8_000_000_000 + (number % 100)), Text(8_500_000_000 + (number % 1_000)));
        await ((number % 20) switch
        {
            < 14 => session.EmitAsync("MESSAGE_CREATE", MessageOf(id, channel, user, "", [])),
            < 17 => session.EmitAsync("TYPING_START", new { channel_id = channel, guild_id = "6", user_id = user, timestamp = 1_790_000_000 }),
            < 19 => session.EmitAsync("MESSAGE_UPDATE", MessageOf(id, channel, user, "", [])),
            _ => session.EmitAsync("MESSAGE_DELETE", new { id, channel_id = channel, guild_id = "6" }),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Discord.DisposeAsync();
    }

    // Each is asked in a thread of one channel, where the guild allows public answers.
    private async Task OpenAsync()
    {
        var session = await Gateway.CurrentAsync(0);
        await session.EmitAsync("GUILD_CREATE", new { id = "6", threads = Threads });
        await session.EmitAsync("INTERACTION_CREATE", new
        {
            id = Allowing,
            type = 2,
            token = "token-allowing",
            application_id = "11",
            channel_id = Parent,
            guild_id = "6",
            member = new { user = new { id = "12" }, permissions = "32" },
            data = new
            {
                name = "settings",
                options = new[] { new { name = "channel", type = 2, options = new[] { new { name = "allow", type = 1, options = new[] { new { name = "channel", type = 7, value = Parent } } } } } },
            },
        });
        await _allowed.Task;
    }

    private static Thread ThreadOf(string channel) => new(channel, 11, Parent);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static object MessageOf(string id, string channel, string user, string content, object[] mentions) => new
    {
        id,
        channel_id = channel,
        guild_id = "6",
        content,
        timestamp = "2026-11-26T11:00:00.000000+00:00",
        edited_timestamp = (string?)null,
        author = new { id = user, username = "reader", discriminator = "0", global_name = "A reader" },
        mentions,
        attachments = Array.Empty<object>(),
        embeds = Array.Empty<object>(),
        type = 0,
    };

    private async Task<bool> HearAsync(HttpContext context, string body)
    {
        var now = Stopwatch.GetTimestamp();
        var parts = context.Request.Path.Value!.Split('/');
        switch (context.Request.Method, parts)
        {
            case ("POST", [.., "interactions", Allowing, _, "callback"]):
                _allowed.TrySetResult();
                break;
            case ("POST", [.., "interactions", var id, _, "callback"]) when _byCallback.TryGetValue(id, out var question):
                question.Acknowledge(now);
                if (body.Contains("\"type\":4", StringComparison.Ordinal))
                {
                    question.Respond(now, body);
                }

                break;
            case ("PATCH", [.., var token, "messages", "@original"]) when _byToken.TryGetValue(token, out var question):
                if (question.IsOver)
                {
                    question.TriedTooLate.TrySetResult();
                    context.Response.StatusCode = 404;
                    await context.Response.WriteAsJsonAsync(new { message = "Unknown Webhook", code = 10015 });
                    return true;
                }

                question.Show(now, body);
                break;
            case ("POST", [.., "channels", var channel, "messages"]) when _byChannel.TryGetValue(channel, out var question):
                using (var message = JsonDocument.Parse(body))
                {
                    question.Post(now, message.RootElement.GetProperty("nonce").GetString()!);
                }

                break;
            default:
                break;
        }

        return false;
    }

    // A thread as Discord tells of it.
    private sealed record Thread(string id, int type, string parent_id);
}
