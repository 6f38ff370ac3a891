using System.Text.Json;
using Bot.Discord.Gateway;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Fuzz.Running;

namespace Bot.Fuzz.Targets;

/// <summary>The gateway's payloads, and all that is looked at in an event.</summary>
internal sealed class GatewayTarget : IFuzzTarget
{
    public string Name => "gateway";

    public string Promise => "A payload or null; a message, an interaction or a channel of any shape is looked at without an exception.";

    public IReadOnlyList<byte[]> Seeds { get; } = Texts.Of(
        """{"op":0,"s":7,"t":"MESSAGE_CREATE","d":{"id":"1","channel_id":"2","guild_id":"3","content":"<@9> How long is Line 1?","timestamp":"2026-11-22T10:00:00.000000+00:00","edited_timestamp":null,"author":{"id":"4","bot":false},"member":{"roles":["5","6"]},"mentions":[{"id":"9"}]}}""",
        """{"op":0,"s":8,"t":"INTERACTION_CREATE","d":{"type":2,"id":"1","application_id":"2","token":"t","channel_id":"3","guild_id":"4","locale":"de","context":0,"authorizing_integration_owners":{"0":"4"},"app_permissions":"8","channel":{"id":"3","type":11,"parent_id":"7"},"member":{"permissions":"32","roles":["5"],"user":{"id":"6"}},"data":{"name":"settings","type":1,"options":[{"type":2,"name":"channel","options":[{"type":1,"name":"allow","options":[{"type":7,"name":"channel","value":"3","focused":true}]}]}],"resolved":{"roles":{"5":{}},"messages":{"8":{"content":"x"}}},"target_id":"8","custom_id":"answer:up:AAAA:0","components":[{"type":18,"component":{"type":4,"value":"w"}}]},"message":{"id":"1","flags":64,"interaction_metadata":{"user":{"id":"6"}},"referenced_message":{"author":{"id":"6"}}}}}""",
        """{"op":0,"s":9,"t":"GUILD_CREATE","d":{"id":"3","threads":[{"id":"10","type":11,"parent_id":"2"}]}}""",
        """{"op":0,"s":10,"t":"MESSAGE_DELETE_BULK","d":{"ids":["1","2"],"channel_id":"2","guild_id":"3"}}""",
        """{"op":10,"s":null,"t":null,"d":{"heartbeat_interval":41250}}""");

    public IReadOnlyList<string> Words { get; } =
        ["op", "s", "t", "d", "id", "ids", "author", "bot", "member", "roles", "mentions", "content", "timestamp", "webhook_id", "channel", "type", "parent_id", "threads", "options", "focused", "value", "resolved", "flags", "context", "permissions", "components", "custom_id", "answer:source:AAAAAAAAAAAAAAAAAAAAAA:1", "\\udc00", "\"\\ud800\"", "1.5", "[1]", "<@9>"];

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        if (Payload.Read(input) is not { } payload)
        {
            return new("none");
        }

        var message = Look(new ChatMessage(payload.Data));
        var interaction = Look(new Interaction(payload.Data), payload.Data);
        return new($"{payload.Op is >= 0 and < 12} {payload.Sequence is null} {payload.Type?.Length} {payload.Data.ValueKind} {message} {interaction}");
    }

    private static string Look(ChatMessage message)
    {
        var occasion = message.Occasion;
        _ = (message.Place, message.Written, message.Without("9"), message.Edited);
        return $"{message.IsBots} {message.IsDirect} {message.Mentions("9")} {occasion.Roles.Count} {Texts.Size(message.Ids.Count())}";
    }

    private static string Look(Interaction done, JsonElement data)
    {
        _ = (done.Id, done.Token, done.MayManageGuild, done.AppPermissions, done.MayDelete, done.Typed, done.IsRole("5"), done.Words("channel"), done.Switch("channel"));
        _ = (GuildChannel.IdOf(data), GuildChannel.ParentOf(data));
        return $"{done.Type} {done.IsAway} {done.IsDirect} {done.Subcommand.Length} {done.Option("channel")?.ValueKind} {done.Written.Length > 0} {CustomId.TryParse(done.CustomId, out _)} {done.Roles.Count} {done.IsOnPrivateMessage}";
    }
}
