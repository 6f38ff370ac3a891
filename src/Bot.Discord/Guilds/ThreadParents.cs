using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Discord.Messages;
using Bot.Discord.Rest;

namespace Bot.Discord.Guilds;

/// <summary>
/// Which channel a thread belongs to: a thread inherits what its channel is allowed, and a message does not say where its thread is
/// (https://discord.com/developers/docs/topics/threads).
/// </summary>
internal sealed class ThreadParents(RestClient rest)
{
    // Beyond that, what is asked again is learned again.
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, string?> _parents = new(StringComparer.Ordinal);

    /// <summary>Learns from a new thread, or from a guild with its threads.</summary>
    public void Learn(JsonElement created)
    {
        if (created.At("threads") is { ValueKind: JsonValueKind.Array } threads)
        {
            foreach (var thread in threads.EnumerateArray())
            {
                Keep(thread);
            }
        }
        else
        {
            Keep(created);
        }
    }

    /// <summary>A thread's channel; <see langword="null"/> when the channel is none, or Discord does not say.</summary>
    public async Task<string?> OfAsync(string channel, CancellationToken cancellationToken)
    {
        if (_parents.TryGetValue(channel, out var known))
        {
            return known;
        }

        var reply = await rest.SendAsync(Routes.GetChannel(channel), cancellationToken).ConfigureAwait(false);
        return reply.Done ? Keep(reply.Body) : null;
    }

    private string? Keep(JsonElement channel)
    {
        if (_parents.Count >= Most)
        {
            _parents.Clear();
        }

        var parent = GuildChannel.ParentOf(channel);
        if (GuildChannel.IdOf(channel) is { Length: > 0 } id)
        {
            _parents[id] = parent;
        }

        return parent;
    }
}
