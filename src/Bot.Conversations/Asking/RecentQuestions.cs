using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Asking;

/// <summary>
/// The limit of all readers together. To look for the question that blocks another one, the record reads as many as the limit has: so this process
/// looks once, and then lets in a part of what was left before it looks again. The nearer the limit, the more often it looks, so that the limit
/// holds exactly for one process and for as many as <see cref="Sharing"/>.
/// </summary>
internal sealed class RecentQuestions(IOptions<TurnOptions> options, TimeProvider time)
{
    /// <summary>The time that limits are about.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int Sharing = 4;

    private readonly int _limit = options.Value.Everybody;
    private int _free;

    /// <summary>Says what speaks against another question; <see langword="null"/> lets it in.</summary>
    public async Task<Admission?> OverAsync(RecordContext context, CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref _free) >= 0)
        {
            return null;
        }

        var since = time.GetUtcNow() - Window;
        var recent = context.Turns.Where(row => row.Received > since);
        var left = _limit - await recent.CountAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _free, (left / Sharing) - 1);
        if (left > 0)
        {
            return null;
        }

        // More can have been let in than the limit was when it was set.
        var blocking = await recent.OrderBy(row => row.Received).Select(row => row.Received).Skip(-left).FirstAsync(cancellationToken).ConfigureAwait(false);
        return new Admission.TooFast(LimitedBy.Everybody, blocking + Window - time.GetUtcNow());
    }
}
