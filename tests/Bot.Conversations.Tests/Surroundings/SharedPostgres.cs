using Bot.Conversations.Tests.Conformance;

namespace Bot.Conversations.Tests.Surroundings;

/// <summary>One server for all tests of the assembly.</summary>
public sealed class SharedPostgres : IAsyncLifetime
{
    public PostgresServer? Server { get; private set; }

    public async ValueTask InitializeAsync() => Server = await PostgresServer.StartAsync();

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal async Task<IRecordRig> RigAsync()
    {
        Assert.SkipWhen(Server is null, PostgresServer.WhyNot);
        return new PostgresRig(await Server!.NewDatabaseAsync());
    }
}

/// <summary>A database of the shared server.</summary>
internal sealed class PostgresRig(string connectionString) : IRecordRig
{
    public string ConnectionString => connectionString;

    public IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("Records:Postgres", connectionString), new("Records:Key", Convert.ToBase64String(new byte[32]))];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
