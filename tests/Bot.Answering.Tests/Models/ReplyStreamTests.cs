using System.Runtime.CompilerServices;
using Bot.Answering.Models;
using Microsoft.Extensions.Time.Testing;
using Microsoft.SemanticKernel;

namespace Bot.Answering.Tests.Models;

public sealed class ReplyStreamTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    private readonly FakeTimeProvider _time = new();
    private readonly ModelOptions _options = new() { Endpoint = "http://localhost/v1", Name = "slow" };

    [Fact]
    public async Task Slow_tokens_are_waited_for_as_long_as_each_comes_in_time()
    {
        var stream = new ReplyStream(_options, Limit, _time);

        await stream.ReadAsync(token => Chunks([(89, ""), (89 - 60, "It "), (29, "closed "), (29, "[1].")], token), CancellationToken.None);

        Assert.Equal("It closed [1].", stream.Text);
    }

    [Theory]
    [InlineData(91, 0, "gave no token within Model:FirstTokenTimeout (00:01:30)")]
    [InlineData(1, 31, "fell silent in mid-reply for Model:StallTimeout (00:00:30)")]
    public async Task Silence_is_a_timeout(int beforeFirst, int beforeSecond, string reason)
    {
        var stream = new ReplyStream(_options, Limit, _time);

        var error = await Assert.ThrowsAsync<ModelFailureException>(() =>
            stream.ReadAsync(token => Chunks([(beforeFirst, "It "), (beforeSecond, "closed.")], token), CancellationToken.None));

        Assert.Equal(ModelFailureKind.TimedOut, error.Failure.Kind);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_drips_for_ever_ends_at_the_total_limit()
    {
        var stream = new ReplyStream(_options, Limit, _time);

        var error = await Assert.ThrowsAsync<ModelFailureException>(() =>
            stream.ReadAsync(token => Chunks(Enumerable.Repeat((10, "a "), 20), token), CancellationToken.None));

        Assert.Contains("did not finish its reply within 00:03:00", error.Message, StringComparison.Ordinal);
    }

    private async IAsyncEnumerable<StreamingChatMessageContent> Chunks(
        IEnumerable<(int SecondsBefore, string Text)> chunks, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var (seconds, text) in chunks)
        {
            await Task.Yield();
            _time.Advance(TimeSpan.FromSeconds(seconds));
            token.ThrowIfCancellationRequested();
            yield return new StreamingChatMessageContent(null, text, metadata: new Dictionary<string, object?> { ["FinishReason"] = "Stop" });
        }
    }
}
