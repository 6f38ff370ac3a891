using Bot.Conversations.Asking;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Conversations.Tests.Records;

public abstract class LimitTests
{
    private const int Everybody = 11;

    private readonly ScriptedChannel _channel = new(recognises: true);

    internal abstract Task<IRecordRig> RecordAsync();

    [Fact]
    public async Task All_readers_together_get_as_far_as_their_limit_and_a_restart_forgives_nobody()
    {
        await using var record = await RecordAsync();
        await using (var world = await StartAsync(record))
        {
            for (var number = 0; number < Everybody; number++)
            {
                await world.AskAsync(Question(number));
            }

            Assert.Equal(LimitedBy.Everybody, Assert.IsType<Admission.TooFast>(await world.AdmitAsync(Question(Everybody))).Limit);
        }

        await using var restarted = await StartAsync(record);
        var refused = Assert.IsType<Admission.TooFast>(await restarted.AdmitAsync(Question(Everybody)));
        Assert.Equal(LimitedBy.Everybody, refused.Limit);
        Assert.InRange(refused.Wait, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_conversation_of_many_askers_has_a_limit_of_its_own()
    {
        await using var record = await RecordAsync();
        await using var world = await StartAsync(record);
        for (var number = 0; number < 3; number++)
        {
            await world.AskAsync(Question(number, "same"));
        }

        Assert.Equal(LimitedBy.Conversation, Assert.IsType<Admission.TooFast>(await world.AdmitAsync(Question(3, "same"))).Limit);
        Assert.IsType<Admission.Accepted>(await world.AdmitAsync(Question(4, "other")));
    }

    private Task<World> StartAsync(IRecordRig record) =>
        World.StartAsync(record, _channel, new ScriptedAnswering(), null, ("Turns:Everybody", $"{Everybody}"), ("Turns:PerConversation", "3"));

    private IncomingQuestion Question(int number, string? conversation = null) =>
        _channel.Question(conversation ?? $"c{number}", $"{number}", $"{number}") with { Asker = $"asker-{number}" };
}

public sealed class SqliteLimitTests : LimitTests
{
    internal override Task<IRecordRig> RecordAsync() => Task.FromResult<IRecordRig>(new SqliteRig());
}

public sealed class PostgresLimitTests(SharedPostgres postgres) : LimitTests
{
    internal override Task<IRecordRig> RecordAsync() => postgres.RigAsync();
}
