using System.Security.Cryptography;
using System.Text;
using Bot.BotFramework.Activities;

namespace Bot.BotFramework.Serving;

/// <summary>Activities of the last minutes by their names: one that comes again is taken once. Questions are in the record, which forgets none.</summary>
internal sealed class RecentActivities(TimeProvider time)
{
    private const int Most = 20_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, DateTimeOffset Until)> _order = new();

    /// <summary>An activity's own name among all channels, fit for the record.</summary>
    public static string NameOf(Activity activity, string? id)
    {
        var whole = $"{activity.ChannelId}\n{activity.Conversation?.Id}\n{id}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }

    /// <summary>Whether it is new. One without a name always is.</summary>
    public bool IsNew(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Id))
        {
            return true;
        }

        var name = NameOf(activity, $"{activity.Type} {activity.Id}");
        var now = time.GetUtcNow();
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest) && (oldest.Until < now || _order.Count >= Most))
            {
                _known.Remove(_order.Dequeue().Name);
            }

            if (!_known.Add(name))
            {
                return false;
            }

            _order.Enqueue((name, now + Remembered));
            return true;
        }
    }
}
