using Bot.Discord.Interactions;
using Bot.Discord.Rest;

namespace Bot.Discord.Tests.Interactions;

public sealed class OpenCallbacksTests
{
    private readonly OpenCallbacks _callbacks = new(TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_into_the_place_of_a_deferred_response_waits_until_Discord_has_it()
    {
        Assert.Null(await _callbacks.Open("t").AnswerAsync(TimeSpan.Zero));
        var (given, deferred) = (_callbacks.GiveAsync("t", [1], Stop), _callbacks.IsDeferredAsync("t", Stop));
        Assert.False(given.IsCompleted || deferred.IsCompleted);
        _callbacks.Sent("t", RestReply.Written);
        Assert.Null(await given);
        Assert.True(await deferred);
    }

    [Fact]
    public async Task An_answer_that_was_given_is_not_deferred_and_learns_what_became_of_it()
    {
        var callback = _callbacks.Open("t");
        var given = _callbacks.GiveAsync("t", [1], Stop);
        Assert.Equal([1], await callback.AnswerAsync(TimeSpan.Zero));
        Assert.False(await _callbacks.IsDeferredAsync("t", Stop));
        _callbacks.Sent("t", RestReply.Written);
        Assert.Same(RestReply.Written, await given);
    }

    [Fact]
    public async Task Nothing_waits_for_a_response_that_is_not_to_be_given_here()
    {
        Assert.Null(await _callbacks.GiveAsync("t", [1], Stop));
        Assert.True(await _callbacks.IsDeferredAsync("t", Stop));
    }
}
