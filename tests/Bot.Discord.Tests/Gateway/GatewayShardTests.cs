using System.Text.Json;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewayShardTests : IAsyncLifetime
{
    private GatewayRig _rig = null!;

    private ScriptedGateway Gateway => _rig.Gateway;

    public async ValueTask InitializeAsync() => _rig = await GatewayRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Identifies_once_with_no_privileged_intent_and_hands_events_on()
    {
        await using var shard = _rig.Start();
        await SayAsync(shard, "hello");
        Assert.Equal(["gateway/bot", "identify 0 4609"], Gateway.Log.Where(line => !line.StartsWith("heartbeat", StringComparison.Ordinal)));
        Assert.Equal(["READY", "hello"], shard.Taken);
    }

    [Theory]
    [InlineData("drop"), InlineData("op 7"), InlineData("op 9 true"), InlineData("unheard"), InlineData("garbage"), InlineData("garbled"), InlineData("op 1")]
    public async Task Resumes_and_loses_nothing(string fault)
    {
        await using var shard = _rig.Start();
        await SayAsync(shard, "one");
        var session = Gateway.Current(0)!;
        var connection = session.Connection!;
        await (fault switch
        {
            "drop" => Task.Run(connection.Drop),
            "op 7" => connection.SendAsync(7, null),
            "op 9 true" => connection.SendAsync(9, true),
            "unheard" => Task.Run(connection.Mute),
            "garbage" => connection.SendAsync("{\"no\":\"payload\"}"),
            "garbled" => connection.SendAsync("no zlib", garbled: true),
            _ => connection.SendAsync(1, null),
        });
        await SayAsync(shard, "two");
        Assert.Equal(["one", "two"], shard.Taken.Where(content => content is "one" or "two"));
        Assert.Single(Gateway.Log, line => line.StartsWith("identify", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4000), InlineData(4001), InlineData(4002), InlineData(4003), InlineData(4005), InlineData(4008), InlineData(1000), InlineData(1001), InlineData(1011)]
    public async Task Resumes_after_a_close(int code)
    {
        await using var shard = _rig.Start();
        await SayAsync(shard, "one");
        await Gateway.Current(0)!.Connection!.CloseAsync(code);
        await SayAsync(shard, "two");
        await shard.TakenAsync("RESUMED");
        Assert.Contains(_rig.Log.Lines, line => line.Contains($"close {code}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4007), InlineData(4009), InlineData(9)]
    public async Task Begins_another_session_where_the_old_one_is_over(int code)
    {
        await using var shard = _rig.Start();
        await SayAsync(shard, "one");
        var session = Gateway.Current(0)!;
        session.IsInvalid = true;
        await (code == 9 ? session.Connection!.SendAsync(9, false) : session.Connection!.CloseAsync(code));
        await SayAsync(shard, "two");
        Assert.Equal(2, Gateway.Log.Count(line => line.StartsWith("identify", StringComparison.Ordinal)));
        Assert.Equal(0, Gateway.NeedlessIdentifies);
    }

    [Theory]
    [InlineData(4004, "Discord:Token"), InlineData(4010, "fewer shards"), InlineData(4011, "more shards"), InlineData(4012, "update Bot"), InlineData(4013, "update Bot"), InlineData(4014, "Discord:ThreadMessages")]
    public async Task Stays_away_and_says_what_to_do_after_a_fatal_close(int code, string cure)
    {
        await using var shard = _rig.Start();
        await SayAsync(shard, "one");
        await Gateway.Current(0)!.Connection!.CloseAsync(code);
        var ended = await shard.Ended.WaitAsync(Some.Patience);
        Assert.Contains(cure, ended!.Reason, StringComparison.Ordinal);
        Assert.Contains(_rig.Log.Lines, line => line.StartsWith("Critical: Shard 0/1 stays away", StringComparison.Ordinal) && line.Contains(cure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Never_begins_a_session_with_a_token_that_was_refused()
    {
        await using var rig = await GatewayRig.StartAsync(token: "MTA.wrong");
        await using var shard = rig.Start();
        Assert.Contains("Discord:Token", (await shard.Ended.WaitAsync(Some.Patience))!.Reason, StringComparison.Ordinal);
        await using var again = rig.Start();
        Assert.NotNull(await again.Ended.WaitAsync(Some.Patience));
        Assert.Equal(["gateway/bot"], rig.Gateway.Log);
    }

    [Fact]
    public async Task Takes_its_session_up_after_a_restart()
    {
        await using (var shard = _rig.Start())
        {
            await SayAsync(shard, "one");
        }

        // While it was away.
        await SayAsync(null, "two");
        await using var restarted = _rig.Start();
        await restarted.TakenAsync("two");
        Assert.Single(Gateway.Log, line => line.StartsWith("identify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_goes_on_is_kept_for_whoever_takes_over()
    {
        await using var shard = _rig.Start();
        await SayAsync(shard, "one");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Some.Patience);
        string? kept = null;
        while (kept?.Contains("\"Sequence\":2", StringComparison.Ordinal) != true)
        {
            kept = await _rig.State.GetAsync(GatewaySessions.Channel, "gateway/session/0/1", patience.Token);
        }

        Assert.Contains(Gateway.Current(0)!.Id, kept, StringComparison.Ordinal);
        Assert.NotNull(Gateway.Current(0)!.Connection);
    }

    [Fact]
    public async Task Takes_an_event_again_after_a_restart_that_was_not_dealt_with()
    {
        await using (var shard = _rig.Start(handler: (content, token) => content == "slow" ? new TaskCompletionSource().Task.WaitAsync(token) : Task.CompletedTask))
        {
            await SayAsync(shard, "one");
            _ = SayAsync(null, "slow");
            await SayAsync(shard, "quick");
        }

        await using var restarted = _rig.Start();
        await restarted.TakenAsync("slow");
    }

    [Fact]
    public async Task Reads_on_while_a_handler_hangs_and_another_one_fails()
    {
        await using var shard = _rig.Start(handler: (content, token) => content switch
        {
            "hangs" => new TaskCompletionSource().Task.WaitAsync(token),
            "fails" => throw new InvalidOperationException("words"),
            _ => Task.CompletedTask,
        });
        await shard.TakenAsync("READY");
        _ = SayAsync(null, "hangs");
        _ = SayAsync(null, "fails");
        await SayAsync(shard, "goes on");
        await _rig.Log.ContainsAsync("Error: An event of Discord's, MESSAGE_CREATE");
    }

    [Fact]
    public async Task Begins_no_more_sessions_than_Discord_allows()
    {
        Gateway.Remaining = 0;
        await using var shard = _rig.Start();
        await _rig.Log.ContainsAsync("the next one is begun in 01:00:00");
        Assert.DoesNotContain(Gateway.Log, line => line.StartsWith("identify", StringComparison.Ordinal));
        Gateway.Remaining = 1;
        _rig.Time.Advance(TimeSpan.FromHours(1));
        await shard.TakenAsync("READY");
    }

    [Fact]
    public async Task Counts_sessions_in_the_record_over_restarts()
    {
        Gateway.Total = 3;
        for (var start = 0; start < 3; start++)
        {
            await using var shard = _rig.Start();
            await shard.TakenAsync("READY");
            Gateway.Current(0)!.IsInvalid = true;
        }

        await using var fourth = _rig.Start();
        await _rig.Log.ContainsAsync("the next one is begun in 23:");
        Assert.Equal(3, Gateway.Log.Count(line => line.StartsWith("identify", StringComparison.Ordinal)));
        _rig.Time.Advance(TimeSpan.FromDays(1));
        await fourth.TakenAsync("READY");
        Assert.Equal(4, Gateway.Log.Count(line => line.StartsWith("identify", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Shards_of_one_turn_begin_five_seconds_apart()
    {
        Gateway.MaxConcurrency = 2;
        _rig.HoldsClock = true;
        var shards = Enumerable.Range(0, 6).Select(id => _rig.Start(id, 6)).ToArray();
        var waiting = shards.Select(shard => shard.TakenAsync("READY")).ToList();
        for (var begun = 2; begun <= 6; begun += 2)
        {
            waiting.Remove(await Task.WhenAny(waiting));
            waiting.Remove(await Task.WhenAny(waiting));
            Assert.Equal(begun, Gateway.Log.Count(line => line.StartsWith("identify", StringComparison.Ordinal)));
            _rig.Time.Advance(TimeSpan.FromMilliseconds(5_100));
        }

        _rig.HoldsClock = false;
        Assert.Equal(6, JsonSerializer.Deserialize<long[]>((await _rig.State.GetAsync(GatewaySessions.Channel, "gateway/identifies", CancellationToken.None))!)!.Length);
        foreach (var shard in shards)
        {
            await shard.DisposeAsync();
        }
    }

    [Fact]
    public async Task Shows_its_status_in_words_of_any_script_and_without_words_none()
    {
        const string Words = "Frag mich \"alles\" 🙂";
        await using var rig = await GatewayRig.StartAsync(presence: $" {Words} ");
        await using var shard = rig.Start();
        await shard.TakenAsync("READY");
        using var shown = JsonDocument.Parse(Assert.Single(rig.Gateway.Presences)!);
        var activity = Assert.Single(shown.RootElement.GetProperty("activities").EnumerateArray());
        Assert.Equal((4, Words), (activity.GetProperty("type").GetInt32(), activity.GetProperty("state").GetString()));

        await using var silent = _rig.Start();
        await silent.TakenAsync("READY");
        Assert.Null(Assert.Single(Gateway.Presences));
    }

    [Fact]
    public void The_longest_status_is_below_what_the_gateway_takes() =>
        Assert.InRange(Bot.Discord.Gateway.Commands.Identify(new string('t', 100), new(9_999, 10_000), Bot.Discord.Gateway.Commands.Intents, string.Concat(Enumerable.Repeat("🙂", 64))).Length, 1, 4_095);

    [Fact]
    public async Task Takes_a_message_of_five_megabytes()
    {
        await using var shard = _rig.Start();
        await SayAsync(shard, new string('x', 5 * 1024 * 1024));
    }

    private async Task SayAsync(GatewayRig.RunningShard? shard, string content)
    {
        await (shard?.TakenAsync("READY") ?? Task.CompletedTask);
        var session = await Gateway.CurrentAsync(0);
        await session.EmitAsync("MESSAGE_CREATE", new { id = Gateway.Next(), channel_id = "12", content });
        await (shard?.TakenAsync(content) ?? Task.CompletedTask);
        session.IsSeen = true;
    }
}
