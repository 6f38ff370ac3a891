using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class SequencesTests
{
    [Fact]
    public void Takes_each_number_once_in_whatever_order_they_come()
    {
        var sequences = new Sequences(10);
        Assert.Equal([true, false, false, true, true, false], new long[] { 12, 12, 10, 14, 11, 12 }.Select(sequences.Begin));
        Assert.Equal((12, 14), (sequences.Taken, sequences.Last));
        Assert.True(sequences.Begin(13));
        Assert.Equal(14, sequences.Taken);
    }

    [Fact]
    public void Is_done_up_to_what_is_still_under_way()
    {
        var sequences = new Sequences(0);
        foreach (var number in new long[] { 1, 2, 3 })
        {
            sequences.Begin(number);
        }

        sequences.End(1);
        sequences.End(3);
        Assert.Equal(1, sequences.Done);
        sequences.End(2);
        Assert.Equal(3, sequences.Done);
    }

    [Fact]
    public void Waits_not_for_ever_for_a_number_that_never_comes()
    {
        var sequences = new Sequences(0);
        for (var number = 2; number < 1_000; number++)
        {
            Assert.True(sequences.Begin(number));
        }

        Assert.InRange(sequences.Taken, 400, 999);
    }

    [Fact]
    public void Backs_off_longer_after_each_failure_up_to_a_bound()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.InRange(backoff.After(1, new(1)), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
        Assert.InRange(backoff.After(4, new(1)), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8));
        Assert.All(Enumerable.Range(7, 1_000), failures => Assert.InRange(backoff.After(failures, new(1)), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)));
    }
}
