using Bot.Conversations.Records;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Tests.Gateway;
using Bot.Discord.Tests.Rest;
using Npgsql;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Bot.Discord.Tests.Hosting;

/// <summary>Discord as the host runs it: who runs which shard, and what stops it.</summary>
public sealed class DiscordHostTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly ScriptedAnswering _answering = new();
    private readonly SqliteRig _sqlite = new();
    private readonly SemaphoreSlim _shown = new(0);
    private ScriptedDiscord _discord = null!;
    private ScriptedGateway _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IEnumerable<string> Puts => _discord.All.Where(arrived => arrived.Method == "PUT").Select(arrived => arrived.Target);

    public async ValueTask InitializeAsync()
    {
        _gateway = await ScriptedGateway.StartAsync();
        _discord = await ScriptedDiscord.StartAsync(TimeProvider.System);
        _discord.Gateway = () => _gateway.Description;
        _discord.OnShown = _ => _shown.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _discord.DisposeAsync();
        await _sqlite.DisposeAsync();
        _shown.Dispose();
        Assert.Empty(_discord.Faults);
    }

    [Fact]
    public async Task Without_a_token_and_a_key_nothing_is_asked_and_nothing_said()
    {
        await using (var bot = await HostedBot.StartAsync(_sqlite, _discord.ApiUrl, _answering))
        {
            Assert.Equal("off", bot.Health.State);
            Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("Discord", StringComparison.OrdinalIgnoreCase));
        }

        Assert.Empty(_discord.All);
    }

    [Fact]
    public async Task Runs_as_many_shards_as_Discord_recommends_and_registers_the_commands_once()
    {
        _gateway.Shards = 3;
        await using var bot = await StartAsync(_sqlite);
        await ConnectedAsync(bot, 3);
        Assert.Equal(("connected", 3, 0, 3), (bot.Health.State, bot.Health.Connected, bot.Health.Elsewhere, bot.Health.Shards));
        await bot.Log.ContainsAsync("commands are registered");
        Assert.Equal(["/applications/175928847299117063/commands"], Puts);
        Assert.Contains("\"name\":\"ask\"", _discord.Commands, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_as_many_shards_as_are_set_and_shows_its_status()
    {
        await using var bot = await StartAsync(_sqlite, ("Discord:Shards", "2"), ("Discord:Presence", "Ask me"));
        await ConnectedAsync(bot, 2);
        Assert.Equal(2, bot.Health.Shards);
        Assert.All(_gateway.Presences, shown => Assert.Contains("Ask me", shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_that_Discord_has_are_not_registered_after_a_restart()
    {
        for (var start = 0; start < 2; start++)
        {
            await using var bot = await StartAsync(_sqlite);
            await bot.Log.ContainsAsync(start == 0 ? "commands are registered" : "Discord has all");
        }

        Assert.Single(Puts);
    }

    [Fact]
    public async Task A_question_is_answered_and_its_session_taken_up_after_a_restart()
    {
        await using (var bot = await StartAsync(_sqlite))
        {
            await ConnectedAsync(bot);
            await AskAsync("one");
            await AnsweredAsync("one");
        }

        await AskAsync("two");
        await using var restarted = await StartAsync(_sqlite);
        await AnsweredAsync("two");
        Assert.Equal(2, _discord.Messages.Count);
        Assert.Single(_gateway.Log, line => line.StartsWith("identify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_process_stands_by_and_takes_the_shard_over_with_its_session()
    {
        var first = await StartAsync(_sqlite);
        await ConnectedAsync(first);
        await using var second = await StartAsync(_sqlite);
        await second.Log.ContainsAsync("Shard 0/1 is another process's");
        Assert.Equal(("connected", 0, 1), (second.Health.State, second.Health.Connected, second.Health.Elsewhere));

        await first.DisposeAsync();
        await AskAsync("while nobody listened");
        await AnsweredAsync("while nobody listened");
        Assert.Equal(("connected", 1, 0), (second.Health.State, second.Health.Connected, second.Health.Elsewhere));
        Assert.Single(_gateway.Log, line => line.StartsWith("identify", StringComparison.Ordinal));
        Assert.Single(_gateway.Log, line => line.StartsWith("resume", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_that_loses_the_record_leaves_its_shard_and_it_is_taken_up_again()
    {
        await using var record = await postgres.RigAsync();
        await using var one = await StartAsync(record);
        await ConnectedAsync(one);
        await using var other = await StartAsync(record);
        await other.Log.ContainsAsync("Shard 0/1 is another process's");
        await AskAsync("before");
        await AnsweredAsync("before");

        await KillLocksAsync(((PostgresRig)record).ConnectionString);
        await one.Log.ContainsAsync("This process lost shard 0/1");
        await AskAsync("afterwards");
        await AnsweredAsync("afterwards");
        Assert.Single(_gateway.Log, line => line.StartsWith("identify", StringComparison.Ordinal));
    }

    [Theory, InlineData(4014, "Privileged Gateway Intents"), InlineData(4004, "Discord:Token")]
    public async Task A_fatal_close_stops_all_shards_and_nothing_else(int code, string cure)
    {
        _gateway.Shards = 2;
        await using var bot = await StartAsync(_sqlite);
        await ConnectedAsync(bot, 2);
        await (await _gateway.CurrentAsync(1)).Connection!.CloseAsync(code);
        await bot.Log.ContainsAsync("Discord is stopped");
        Assert.Equal(("stopped", 0), (bot.Health.State, bot.Health.Connected));
        Assert.Contains(cure, bot.Health.Reason, StringComparison.Ordinal);
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains(cure, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(ScriptedGateway.Token, StringComparison.Ordinal));
        await _gateway.LeftAsync(0);
        Assert.Empty(await bot.Get<RecordedTurns>().LatestAsync(1, Stop));
    }

    [Fact]
    public async Task A_token_that_is_refused_at_once_is_said_once_and_stops_it()
    {
        _discord.Script = (context, _) =>
        {
            context.Response.StatusCode = 401;
            return Task.FromResult(true);
        };
        await using var bot = await StartAsync(_sqlite);
        await bot.Log.ContainsAsync("Discord is stopped");
        Assert.Equal("stopped", bot.Health.State);
        Assert.Single(_discord.All);
    }

    [Fact]
    public async Task Over_HTTP_alone_the_commands_are_registered_and_no_gateway_is_asked_for()
    {
        await using var bot = await StartAsync(_sqlite, ("Discord:Shards", "0"), ("Discord:PublicKey", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        await bot.Log.ContainsAsync("commands are registered");
        Assert.Equal("http", bot.Health.State);
        Assert.Empty(_gateway.Log);
        Assert.DoesNotContain(_discord.All, arrived => arrived.Target == "/gateway/bot");
    }

    private static async Task KillLocksAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var kill = source.CreateCommand("SELECT pg_terminate_backend(pid) FROM (SELECT DISTINCT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS holders");
        await kill.ExecuteNonQueryAsync(Stop);
    }

    private static async Task ConnectedAsync(HostedBot bot, int shards = 1)
    {
        for (var id = 0; id < shards; id++)
        {
            await bot.Log.ContainsAsync($"Shard {id}/{shards} of Discord's gateway is there");
        }
    }

    private Task<HostedBot> StartAsync(IRecordRig record, params (string Name, string? Value)[] settings) =>
        HostedBot.StartAsync(record, _discord.ApiUrl, _answering, [("Discord:Token", ScriptedGateway.Token), .. settings]);

    private async Task AskAsync(string question) => await (await _gateway.CurrentAsync(0)).EmitAsync("MESSAGE_CREATE", new
    {
        id = _gateway.Next(),
        channel_id = "7",
        content = question,
        timestamp = "2026-11-26T11:00:00.000000+00:00",
        author = new { id = "12" },
        mentions = Array.Empty<object>(),
    });

    private async Task AnsweredAsync(string question)
    {
        Assert.True(await _shown.WaitAsync(Tests.Some.Patience, Stop));
        Assert.Contains(question, _discord.Messages.Last().Content, StringComparison.Ordinal);
    }
}
