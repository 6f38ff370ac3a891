using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Tests.Rest;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Tests.Channels;

public sealed class DiscordChannelTests : IAsyncLifetime
{
    private RestRig _rig = null!;
    private DiscordChannel _channel = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _rig.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _rig = await RestRig.StartAsync();
        _channel = new(_rig.Client, new(_rig.Time), new(state: null), Some.Links, _rig.Time);
    }

    public ValueTask DisposeAsync()
    {
        Assert.Empty(_rig.Discord.Faults);
        return _rig.DisposeAsync();
    }

    [Fact]
    public async Task Puts_the_answer_to_an_interaction_in_the_place_of_its_progress()
    {
        var delivery = Delivery(Interaction());
        await _channel.ProgressAsync(delivery.Place, new AnswerStage.Searched(1, 3), Stop);
        Assert.Equal(new Receipt.Shown("original"), await _channel.DeliverAsync(delivery, Stop));
        Assert.Equal(["PATCH /webhooks/1/token/messages/@original", "PATCH /webhooks/1/token/messages/@original"], _rig.Discord.All.Select(arrived => $"{arrived.Method} {arrived.Target}"));
        Assert.Contains("reading 3 passages", _rig.Discord.All.First().Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("The dam broke", _rig.Discord.All.Last().Body, StringComparison.Ordinal);
        Assert.True(_channel.RecognisesRepeat(delivery with { FirstTried = Now }));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Answers_a_public_question_by_a_message_when_its_interaction_is_over_and_a_private_one_not_at_all(bool isPrivate)
    {
        var delivery = Delivery(Interaction(), isPrivate);
        _rig.Time.Advance(TimeSpan.FromMinutes(15));
        var receipt = await _channel.DeliverAsync(delivery, Stop);
        Assert.Equal(isPrivate, receipt is Receipt.NotShown { RetryAfter: null });
        Assert.Equal(isPrivate ? [] : ["7"], _rig.Discord.Messages.Select(message => message.Channel));
    }

    [Fact]
    public async Task Answers_by_a_message_when_Discord_says_that_the_interaction_is_over_unless_it_may_have_been_shown()
    {
        _rig.Discord.Script = async (context, _) =>
        {
            context.Response.StatusCode = context.Request.Method == "PATCH" ? 404 : 200;
            await (context.Request.Method == "PATCH" ? context.Response.WriteAsJsonAsync(new { code = 10015 }) : Task.CompletedTask);
            return context.Request.Method == "PATCH";
        };
        Assert.IsType<Receipt.Unknown>(await _channel.DeliverAsync(Delivery(Interaction()) with { FirstTried = Now }, Stop));
        Assert.Empty(_rig.Discord.Messages);
        Assert.IsType<Receipt.Shown>(await _channel.DeliverAsync(Delivery(Interaction()), Stop));
        Assert.Single(_rig.Discord.Messages);
    }

    [Fact]
    public void Recognises_a_repeat_only_while_Discord_does()
    {
        var (message, interaction) = (Delivery(Message()), Delivery(Interaction()));
        Assert.True(_channel.RecognisesRepeat(message with { FirstTried = Now }));
        Assert.False(_channel.RecognisesRepeat(message with { FirstTried = Now - TimeSpan.FromMinutes(3) }));
        _rig.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.False(_channel.RecognisesRepeat(interaction with { FirstTried = Now - TimeSpan.FromMinutes(1) }));
        Assert.True(_channel.RecognisesRepeat(interaction));
    }

    [Fact]
    public async Task Replies_to_a_message_in_up_to_three_and_shows_none_twice_when_repeated()
    {
        var article = Some.Article("The dam", "The dam broke.");
        var answer = Some.Answered() with { Claims = [.. Enumerable.Range(1, 20).Select(number => new Claim($"Sentence {number} {new string('x', 500)}.", [Some.Citation(number, article)]))] };
        var delivery = Delivery(Message()) with { Said = new Said.Reply(answer) };
        var receipt = await _channel.DeliverAsync(delivery, Stop);
        Assert.Equal(3, Assert.IsType<Receipt.Shown>(receipt).MessageId!.Split(',').Distinct().Count());
        Assert.Equal(receipt, await _channel.DeliverAsync(delivery, Stop));
        Assert.Equal(3, _rig.Discord.Messages.Count);
        Assert.Equal([true, false, false], _rig.Discord.All.Take(3).Select(arrived => arrived.Body.Contains("\"message_id\":\"8\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Corrects_by_a_reply_to_what_was_shown_and_never_in_public_what_was_private()
    {
        var correction = new Said.Correction("Corrected: six.");
        Assert.IsType<Receipt.Shown>(await _channel.EditAsync(Delivery(Interaction()) with { Said = correction }, "21,22", Stop));
        Assert.Contains("\"message_id\":\"21\"", _rig.Discord.All.Single().Body, StringComparison.Ordinal);
        Assert.IsType<Receipt.NotShown>(await _channel.EditAsync(Delivery(Interaction(), isPrivate: true) with { Said = correction }, "21", Stop));
        Assert.Single(_rig.Discord.All);
    }

    [Fact]
    public async Task Takes_back_what_it_showed()
    {
        await _channel.DeleteAsync(Delivery(Interaction()).Place, null, Stop);
        await _channel.DeleteAsync(Delivery(Message()).Place, "21,22", Stop);
        Assert.Equal(
            ["DELETE /webhooks/1/token/messages/@original", "DELETE /channels/7/messages/21", "DELETE /channels/7/messages/22"],
            _rig.Discord.All.Select(arrived => $"{arrived.Method} {arrived.Target}"));
    }

    [Theory]
    [InlineData(403, 50013, "Send Messages"), InlineData(403, 50001, "View Channel"), InlineData(403, 50007, "direct messages"), InlineData(404, 10003, "gone")]
    public async Task Says_what_is_missing_when_it_may_not_write(int status, int code, string cure)
    {
        _rig.Discord.Script = async (context, _) =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsJsonAsync(new { message = "words", code });
            return true;
        };
        var refused = Assert.IsType<Receipt.NotShown>(await _channel.DeliverAsync(Delivery(Message()), Stop));
        Assert.Contains(cure, refused.Reason, StringComparison.Ordinal);
        Assert.Null(refused.RetryAfter);
    }

    [Fact]
    public async Task Shows_that_it_types_until_the_answer_is_there()
    {
        using var enough = new CancellationTokenSource();
        var typed = 0;
        _rig.Discord.Script = async (context, _) =>
        {
            if (++typed == 3)
            {
                await enough.CancelAsync();
            }

            context.Response.StatusCode = 204;
            return true;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _channel.ProgressAsync(Delivery(Message()).Place, new AnswerStage.Composed(1), enough.Token));
        Assert.All(_rig.Discord.All, arrived => Assert.Equal("/channels/7/typing", arrived.Target));
    }

    private DiscordPlace Interaction() => new() { ChannelId = "7", Interaction = new("1", "token", Now + InteractionToken.Life) };

    private static DiscordPlace Message() => new() { ChannelId = "7", MessageId = "8" };

    private static Delivery Delivery(DiscordPlace place, bool isPrivate = false) => new()
    {
        Key = Some.Turn.ToString(),
        Turn = Some.Turn,
        EventId = "9",
        Place = new(place.Write(), isPrivate),
        Said = new Said.Reply(Some.Answered()),
    };
}
