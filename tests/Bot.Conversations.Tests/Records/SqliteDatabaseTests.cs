using Bot.Conversations.Records.Storage;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Conversations.Tests.Records;

public sealed class SqliteDatabaseTests
{
    [Fact]
    public async Task Whoever_has_disposed_of_it_finds_nothing_being_written_any_more()
    {
        await using var record = new SqliteRig();
        var database = new SqliteDatabase(record.File);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = false;
        var write = database.WriteAsync(
            async (_, stop) =>
            {
                begun.SetResult();
                await Task.Delay(200, stop);
                return ended = true;
            },
            TestContext.Current.CancellationToken);
        await begun.Task.WaitAsync(Some.Patience, TestContext.Current.CancellationToken);

        database.Dispose();

        Assert.True(ended);
        Assert.True(await write);
    }
}
