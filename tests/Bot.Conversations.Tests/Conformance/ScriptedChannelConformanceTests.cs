using Bot.Conversations.Tests.Surroundings;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Bot.Conversations.Tests.Conformance;

public sealed class RecognisingOnSqliteTests : ChannelConformanceTests
{
    protected override IChannelRig NewChannel() => new ScriptedChannel(recognises: true);

    protected override Task<IRecordRig> NewRecordAsync() => Task.FromResult<IRecordRig>(new SqliteRig());
}

public sealed class ForgetfulOnSqliteTests : ChannelConformanceTests
{
    protected override IChannelRig NewChannel() => new ScriptedChannel(recognises: false);

    protected override Task<IRecordRig> NewRecordAsync() => Task.FromResult<IRecordRig>(new SqliteRig());
}

public sealed class RecognisingOnPostgresTests(SharedPostgres postgres) : ChannelConformanceTests
{
    protected override IChannelRig NewChannel() => new ScriptedChannel(recognises: true);

    protected override Task<IRecordRig> NewRecordAsync() => postgres.RigAsync();
}

public sealed class ForgetfulOnPostgresTests(SharedPostgres postgres) : ChannelConformanceTests
{
    protected override IChannelRig NewChannel() => new ScriptedChannel(recognises: false);

    protected override Task<IRecordRig> NewRecordAsync() => postgres.RigAsync();
}
