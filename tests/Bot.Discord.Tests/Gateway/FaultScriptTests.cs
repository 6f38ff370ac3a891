namespace Bot.Discord.Tests.Gateway;

/// <summary>200 shards, each through a script of faults of its own: nothing is lost where Discord replays it, nothing comes twice, and no session is begun without need.</summary>
public sealed class FaultScriptTests
{
    private const int Scripts = 200;
    private const int Faults = 6;

    private static readonly int[] Closes = [1000, 1001, 1011, 4000, 4001, 4002, 4003, 4005, 4008];

    [Fact]
    public async Task Two_hundred_scripts_of_faults_lose_nothing_and_begin_no_session_without_need()
    {
        await using var rig = await GatewayRig.StartAsync();
        var kinds = await Task.WhenAll(Enumerable.Range(0, Scripts).Select(seed => Task.Run(() => new Script(rig, seed).RunAsync())));
        Assert.Equal(0, rig.Gateway.NeedlessIdentifies);
        Assert.Equal(13, kinds.SelectMany(kind => kind).Distinct().Count());
        Assert.DoesNotContain(rig.Log.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal));
    }

    private sealed class Script(GatewayRig rig, int seed)
    {
        private readonly Random _random = new(seed);
        private readonly List<string> _kinds = [];
        private readonly List<string> _said = [];
        private int _number;
        private GatewayRig.RunningShard _shard = rig.Start(seed, Scripts);

        public async Task<IReadOnlyList<string>> RunAsync()
        {
            await _shard.TakenAsync("READY");
            for (var fault = 0; fault < Faults; fault++)
            {
                await SayAsync();
                await MeetAsync(_random.Next(13));
                await SayAsync();
                await AllTakenAsync();
            }

            await LeaveAsync();
            return _kinds;
        }

        private async Task MeetAsync(int kind)
        {
            var session = await CurrentAsync();
            session.IsSeen = true;
            var connection = session.Connection;
            var (name, done) = kind switch
            {
                0 => ("drop", Task.Run(() => connection?.Drop())),
                1 => ("close", connection?.CloseAsync(Closes[_random.Next(Closes.Length)])),
                2 => ("op 7", connection?.SendAsync(7, null)),
                3 => ("op 9 true", connection?.SendAsync(9, true)),
                4 => ("op 9 false", InvalidateAsync(session, () => connection?.SendAsync(9, false))),
                5 => ("close over", InvalidateAsync(session, () => connection?.CloseAsync(_random.Next(2) == 0 ? 4007 : 4009))),
                6 => ("unheard", Task.Run(() => connection?.Mute())),
                7 => ("garbage", connection?.SendAsync("[]")),
                8 => ("twice", ReplayAsync(session, connection, missed => [.. missed, .. missed])),
                9 => ("out of order", ReplayAsync(session, connection, missed => [.. missed.Reverse()])),
                10 => ("drop in mid-greeting", GreetAsync(connection, greeted => { greeted.Drop(); return Task.FromResult(false); })),
                11 => ("op 7 before HELLO", GreetAsync(connection, async greeted => { await greeted.SendAsync(7, null); return false; })),
                _ => ("restart", RestartAsync()),
            };
            _kinds.Add(name);
            await (done ?? Task.CompletedTask);
        }

        private async Task InvalidateAsync(GatewayServerSession session, Func<Task?> tell)
        {
            // What the old session has not told is lost on Discord too.
            await AllTakenAsync();
            session.IsInvalid = true;
            await (tell() ?? Task.CompletedTask);
        }

        private async Task ReplayAsync(GatewayServerSession session, GatewayServerConnection? connection, Func<string[], string[]> replaying)
        {
            session.Replaying = replaying;
            connection?.Drop();
            await SayAsync();
            await SayAsync();
        }

        private Task GreetAsync(GatewayServerConnection? connection, Func<GatewayServerConnection, Task<bool>> script)
        {
            // Whoever connects next meets it: also another script's shard.
            rig.Gateway.OnConnect.Enqueue(script);
            connection?.Drop();
            return Task.CompletedTask;
        }

        private async Task RestartAsync()
        {
            await AllTakenAsync();
            await LeaveAsync();
            _shard = rig.Start(seed, Scripts);
        }

        private async Task LeaveAsync()
        {
            await _shard.DisposeAsync();
            Assert.Distinct(_shard.Taken.Where(content => content is not ("READY" or "RESUMED")));
        }

        private async Task SayAsync()
        {
            var content = $"{seed}-{++_number}";
            _said.Add(content);
            await (await CurrentAsync()).EmitAsync("MESSAGE_CREATE", new { id = rig.Gateway.Next(), content });
        }

        private async Task AllTakenAsync()
        {
            foreach (var content in _said)
            {
                await _shard.TakenAsync(content);
            }

            _said.Clear();
        }

        private Task<GatewayServerSession> CurrentAsync() => rig.Gateway.CurrentAsync(seed);
    }
}
