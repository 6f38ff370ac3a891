using Bot.Answering.Models;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Answering.Tests.Models;

public sealed class TokenBudgetTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 15, 23, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Forbids_the_call_that_could_exceed_the_day()
    {
        var budget = Budget(perDay: 100);
        budget.TryReserve(null, 60, out _)!.Settle(60);

        Assert.Null(budget.TryReserve(null, 41, out var overdrawn));
        Assert.Equal("Model:TokensPerDay is 100, 60 are spent and this call may need 41; raise it to ask the model", overdrawn);
        Assert.NotNull(budget.TryReserve(null, 40, out _));
    }

    [Fact]
    public void Counts_calls_under_way_with_all_they_may_cost()
    {
        var budget = Budget(perDay: 100);
        budget.TryReserve(null, 60, out _);

        Assert.Null(budget.TryReserve(null, 60, out _));
    }

    [Fact]
    public void Gives_back_what_a_call_did_not_use()
    {
        var budget = Budget(perDay: 100);
        budget.TryReserve(null, 90, out _)!.Settle(10);

        Assert.NotNull(budget.TryReserve(null, 90, out _));
    }

    [Fact]
    public void Settles_a_call_once()
    {
        var budget = Budget(perDay: 100);
        var call = budget.TryReserve(null, 90, out _)!;
        call.Settle(50);
        call.Settle(0);

        Assert.Null(budget.TryReserve(null, 51, out _));
    }

    [Fact]
    public void Starts_anew_at_midnight_UTC()
    {
        var budget = Budget(perDay: 100);
        budget.TryReserve(null, 100, out _)!.Settle(100);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.NotNull(budget.TryReserve(null, 100, out _));
    }

    [Fact]
    public void A_call_reserved_before_midnight_leaves_the_new_day_alone()
    {
        var budget = Budget(perDay: 100);
        var call = budget.TryReserve(null, 90, out _)!;
        _time.Advance(TimeSpan.FromHours(1));
        budget.TryReserve(null, 50, out _)!.Settle(50);
        call.Settle(10);

        Assert.Null(budget.TryReserve(null, 51, out _));
        Assert.NotNull(budget.TryReserve(null, 50, out _));
    }

    [Fact]
    public void Keeps_each_conversation_within_its_own_limit()
    {
        var budget = Budget(perConversation: 100);
        budget.TryReserve("one", 80, out _)!.Settle(80);

        Assert.Null(budget.TryReserve("one", 21, out var overdrawn));
        Assert.StartsWith("Model:TokensPerConversation is 100, 80 are spent", overdrawn, StringComparison.Ordinal);
        Assert.NotNull(budget.TryReserve("two", 100, out _));
        Assert.NotNull(budget.TryReserve(null, 100, out _));
    }

    [Fact]
    public void A_question_of_its_own_may_not_exceed_a_conversation_either() =>
        Assert.Null(Budget(perConversation: 100).TryReserve(null, 101, out _));

    [Fact]
    public void Forgets_the_conversation_that_was_silent_longest_when_there_are_too_many()
    {
        var budget = Budget(perConversation: 100);
        budget.TryReserve("first", 100, out _);
        for (var conversation = 0; conversation < 10_000; conversation++)
        {
            budget.TryReserve($"{conversation}", 100, out _);
        }

        Assert.NotNull(budget.TryReserve("first", 100, out _));
        Assert.Null(budget.TryReserve("9999", 100, out _));
    }

    [Fact]
    public void Zero_is_no_limit() => Assert.NotNull(Budget().TryReserve("one", long.MaxValue / 2, out _));

    [Theory]
    [InlineData("", 0)]
    [InlineData("abcde", 2)]
    [InlineData("橋は閉鎖", 4)]
    public void Estimates_tokens_for_scripts_with_and_without_spaces(string text, int tokens) => Assert.Equal(tokens, TokenEstimate.Of(text));

    private TokenBudget Budget(long perDay = 0, long perConversation = 0) =>
        new(Options.Create(new ModelOptions { TokensPerDay = perDay, TokensPerConversation = perConversation }), _time);
}
