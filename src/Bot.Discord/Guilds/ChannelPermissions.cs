using System.Globalization;
using System.Text.Json;

namespace Bot.Discord.Guilds;

/// <summary>What a member may do in a channel: what their roles allow, then what the channel overwrites (https://discord.com/developers/docs/topics/permissions#permission-overwrites).</summary>
/// <param name="guild">The guild, whose id is that of the role everybody has.</param>
/// <param name="roles">All roles of the guild.</param>
/// <param name="member">The member.</param>
/// <param name="now">Tells whether the member's timeout is over.</param>
internal sealed class ChannelPermissions(string guild, JsonElement roles, JsonElement member, DateTimeOffset now)
{
    private const int OfRole = 0;
    private const int OfMember = 1;

    // A timed out member may only read.
    private const Permission WhileTimedOut = Permission.ViewChannel | Permission.ReadMessageHistory;

    private readonly HashSet<string> _roles = [guild, .. member.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!)];
    private readonly string _user = member.GetProperty("user").GetProperty("id").GetString()!;
    private readonly bool _isTimedOut = member.TryGetProperty("communication_disabled_until", out var until) && until.ValueKind == JsonValueKind.String && until.GetDateTimeOffset() > now;

    /// <summary>What the member may do in a channel.</summary>
    public Permission In(JsonElement channel)
    {
        var granted = roles.EnumerateArray().Where(role => _roles.Contains(role.GetProperty("id").GetString()!)).Aggregate(Permission.None, (all, role) => all | Read(role, "permissions"));
        if ((granted & Permission.Administrator) != 0)
        {
            return Permission.All;
        }

        JsonElement[] overwrites = channel.TryGetProperty("permission_overwrites", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
        foreach (var step in new[]
        {
            overwrites.Where(overwrite => IsOf(overwrite, OfRole, id => id == guild)),
            overwrites.Where(overwrite => IsOf(overwrite, OfRole, id => id != guild && _roles.Contains(id))),
            overwrites.Where(overwrite => IsOf(overwrite, OfMember, id => id == _user)),
        })
        {
            granted = Overwritten(granted, [.. step]);
        }

        return Effective(_isTimedOut ? granted & WhileTimedOut : granted);
    }

    // Of one kind all count at once: what one of them allows, no other denies.
    private static Permission Overwritten(Permission granted, JsonElement[] overwrites) => overwrites.Aggregate(
        overwrites.Aggregate(granted, (left, overwrite) => left & ~Read(overwrite, "deny")),
        (left, overwrite) => left | Read(overwrite, "allow"));

    // Who can't see a channel can't do anything there. (https://discord.com/developers/docs/topics/permissions#implicit-permissions)
    private static Permission Effective(Permission granted) => (granted & Permission.ViewChannel) == 0 ? Permission.None : granted;

    private static bool IsOf(JsonElement overwrite, int type, Func<string, bool> id) =>
        overwrite.GetProperty("type").GetInt32() == type && id(overwrite.GetProperty("id").GetString()!);

    private static Permission Read(JsonElement json, string name) =>
        (Permission)ulong.Parse(json.GetProperty(name).GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);
}
