using Bot.Conversations.Tests.Surroundings;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Bot.BotFramework.Tests.DirectLine;

public sealed class TwoMachinesTests(SharedPostgres postgres)
{
    [Fact]
    public async Task An_answer_and_its_progress_reach_a_reader_whose_socket_is_at_another_process()
    {
        await using var record = await postgres.RigAsync();
        (string Name, string Value)[] settings = [.. record.Settings.Select(setting => (setting.Key, setting.Value!))];
        await using var here = await RunningPage.StartAsync(settings);
        await using var there = await RunningPage.StartAsync(settings);
        var (gateHere, gateThere) = (here.Answering.Hold("Slow?"), there.Answering.Hold("Slow?"));
        var guest = await here.BeginAsync();
        using var socket = await guest.ConnectAsync();
        await guest.At(there).AskAsync("Slow?", "1");
        var progress = await socket.NextAsync(activity => activity.GetProperty("type").GetString() == "typing");
        gateHere.Open.SetResult();
        gateThere.Open.SetResult();
        var answer = await socket.NextAsync(activity => activity.GetProperty("type").GetString() == "message" && activity.TryGetProperty("replyToId", out _));

        Assert.Equal("Looking in 1 article…", progress.GetProperty("text").GetString());
        Assert.StartsWith("Re: Slow? [1]", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }
}
