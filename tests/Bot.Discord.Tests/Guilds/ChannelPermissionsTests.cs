using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Guilds;

namespace Bot.Discord.Tests.Guilds;

/// <summary>The cases of https://discord.com/developers/docs/topics/permissions#permission-overwrites and below.</summary>
public sealed class ChannelPermissionsTests
{
    private const string Guild = "6";
    private const string Bot = "10";
    private const Permission Basic = Permission.ViewChannel | Permission.SendMessages;

    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_everybody_may_and_what_roles_allow_adds_up() =>
        Assert.Equal(Basic | Permission.ReadMessageHistory, In([(Guild, Basic), ("1", Permission.ReadMessageHistory), ("2", Permission.ManageMessages)]));

    [Fact]
    public void A_channel_denies_to_everybody() =>
        Assert.Equal(Permission.ViewChannel, In([(Guild, Basic)], (Guild, 0, Permission.None, Permission.SendMessages)));

    [Fact]
    public void What_a_role_is_allowed_outweighs_what_everybody_and_another_role_are_denied()
    {
        Assert.Equal(Basic, In([(Guild, Basic)], (Guild, 0, Permission.None, Permission.SendMessages), ("1", 0, Permission.SendMessages, Permission.None)));
        Assert.Equal(Basic, In([(Guild, Basic)], ("1", 0, Permission.SendMessages, Permission.None), ("3", 0, Permission.None, Permission.SendMessages)));
        Assert.Equal(Basic, In([(Guild, Basic)], ("3", 0, Permission.None, Permission.SendMessages), ("1", 0, Permission.SendMessages, Permission.None)));
    }

    [Fact]
    public void What_the_member_is_denied_outweighs_what_roles_are_allowed() =>
        Assert.Equal(Permission.ViewChannel, In([(Guild, Basic)], (Bot, 1, Permission.None, Permission.SendMessages), ("1", 0, Permission.SendMessages, Permission.None)));

    [Fact]
    public void What_others_are_allowed_or_denied_does_not_count() =>
        Assert.Equal(Basic, In([(Guild, Basic)], ("2", 0, Permission.ReadMessageHistory, Permission.SendMessages), ("11", 1, Permission.None, Permission.ViewChannel), (Bot, 0, Permission.None, Permission.ViewChannel)));

    [Fact]
    public void An_administrator_may_all_whatever_a_channel_denies() =>
        Assert.Equal(Permission.All, In([(Guild, Permission.None), ("1", Permission.Administrator)], (Bot, 1, Permission.None, Basic)));

    [Fact]
    public void Who_cannot_see_a_channel_can_do_nothing_there() =>
        Assert.Equal(Permission.None, In([(Guild, Basic)], (Guild, 0, Permission.None, Permission.ViewChannel)));

    [Theory, InlineData(1, Permission.ViewChannel), InlineData(-1, Basic)]
    internal void Who_is_timed_out_may_only_read(int hours, Permission granted) =>
        Assert.Equal(granted, In([(Guild, Basic)], [], Now.AddHours(hours)));

    private static Permission In((string Id, Permission Permissions)[] roles, params (string Id, int Type, Permission Allow, Permission Deny)[] overwrites) => In(roles, overwrites, until: null);

    private static Permission In((string Id, Permission Permissions)[] roles, (string Id, int Type, Permission Allow, Permission Deny)[] overwrites, DateTimeOffset? until)
    {
        var own = new ChannelPermissions(
            Guild,
            Json(new JsonArray([.. roles.Select(role => new JsonObject { ["id"] = role.Id, ["permissions"] = $"{(ulong)role.Permissions}" })])),
            Json(new JsonObject { ["user"] = new JsonObject { ["id"] = Bot }, ["roles"] = new JsonArray("1", "3"), ["communication_disabled_until"] = until?.ToString("O") }),
            Now);
        return own.In(Json(new JsonObject
        {
            ["id"] = "7",
            ["type"] = 0,
            ["permission_overwrites"] = new JsonArray([.. overwrites.Select(overwrite => new JsonObject
            {
                ["id"] = overwrite.Id,
                ["type"] = overwrite.Type,
                ["allow"] = $"{(ulong)overwrite.Allow}",
                ["deny"] = $"{(ulong)overwrite.Deny}",
            })]),
        }));
    }

    private static JsonElement Json(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
