using Bot.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Rest;

public sealed class BucketsTests
{
    private static readonly RateLimit Spent = new("b", Limit: 5, Remaining: 0, TimeSpan.FromSeconds(5), Refused: null, Scope: null);

    private readonly FakeTimeProvider _time = new();
    private readonly Buckets _buckets;

    public BucketsTests() => _buckets = new(_time);

    [Fact]
    public async Task Routes_of_one_bucket_are_counted_together_and_resources_apart()
    {
        var (post, patch) = (new RestRequest(HttpMethod.Post, "/a", "/a") { TopLevelId = "1" }, new RestRequest(HttpMethod.Patch, "/a", "/a") { TopLevelId = "1" });
        _buckets.Learn(patch, Spent with { Remaining = 4 });
        _buckets.Learn(post, Spent);

        Assert.Equal(TimeSpan.FromMilliseconds(5_050), await WaitAsync(patch));
        Assert.Equal(TimeSpan.Zero, await WaitAsync(post with { TopLevelId = "2" }));
        _time.Advance(TimeSpan.FromMilliseconds(5_050));
        Assert.Equal(TimeSpan.Zero, await WaitAsync(post));
    }

    [Fact]
    public async Task Counts_what_no_word_came_back_of()
    {
        var request = new RestRequest(HttpMethod.Post, "/a", "/a");
        _buckets.Learn(request, Spent with { Remaining = 1 });
        Assert.Equal(TimeSpan.Zero, await WaitAsync(request));
        Assert.NotEqual(TimeSpan.Zero, await WaitAsync(request));
    }

    [Fact]
    public async Task Forgets_what_interactions_long_over_were_counted_under()
    {
        for (var number = 0; number < 3_000; number++)
        {
            var request = new RestRequest(HttpMethod.Patch, "/webhooks", "/webhooks") { TopLevelId = $"{number}" };
            (await _buckets.OrderAsync(request, CancellationToken.None)).Dispose();
            await WaitAsync(request);
            _buckets.Learn(request, Spent);
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(_buckets.Count, 1, 1_100);
    }

    [Fact]
    public async Task A_turnstile_lets_all_through_in_order_but_those_who_left()
    {
        var turnstile = new Turnstile();
        using var leaving = new CancellationTokenSource();
        List<int> order = [];
        var first = await turnstile.EnterAsync(CancellationToken.None);
        var waiting = Enumerable.Range(1, 5).Select(async number =>
        {
            using var turn = await turnstile.EnterAsync(number == 3 ? leaving.Token : CancellationToken.None);
            order.Add(number);
        }).ToArray();

        await leaving.CancelAsync();
        first.Dispose();
        first.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
        Assert.Equal([1, 2, 4, 5], order);
        Assert.True(turnstile.IsFree);
    }

    private async Task<TimeSpan> WaitAsync(RestRequest request)
    {
        var (bucket, turn) = await _buckets.EnterAsync(request, CancellationToken.None);
        using (turn)
        {
            return bucket.Take(_time.GetUtcNow());
        }
    }
}
