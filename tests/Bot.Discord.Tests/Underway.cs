namespace Bot.Discord.Tests;

/// <summary>Counts requests under way: no clock may go on before they are back, or a busy machine makes each of them too late.</summary>
internal sealed class Underway
{
    private int _count;

    public bool Any => Volatile.Read(ref _count) > 0;

    public DelegatingHandler Handler() => new Counting(this);

    private sealed class Counting(Underway underway) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref underway._count);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref underway._count);
            }
        }
    }
}
