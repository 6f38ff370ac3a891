namespace Bot.EndToEnd.Tests.DirectLine;

/// <summary>Microsoft's client of Direct Line with a host that is killed.</summary>
public sealed class KilledHostTests
{
    [Fact]
    public async Task The_conversation_goes_on_after_a_kill_and_the_question_asked_before_is_answered_once()
    {
        await DirectLineRig.InstallAsync();
        var stop = TestContext.Current.CancellationToken;
        await using var model = await ScriptedModel.StartAsync(stop);
        await using var host = await HostProcess.StartAsync(RepositoryRoot.Find(), model.Settings, stop);
        await using var client = await DirectLineRig.BeginAsync(host.Address, times: 20);
        model.Hold();

        var before = await client.SayAsync("How long is Line 1?");
        await model.Asked.WaitAsync(stop);
        await host.KillAsync();
        model.Release();
        await host.StartAgainAsync(stop);
        await client.AnswerAsync(before);
        var after = await client.SayAsync("Where does Line 1 run?");
        await client.AnswerAsync(after);

        Assert.Equal(["", "", before, "", after], client.Messages.Select(heard => heard.ReplyTo));
        Assert.Equal(5, client.Messages.DistinctBy(heard => heard.Id).Count());
    }
}
