using Bot.Conversations.Corrections;
using Bot.Host.Serving;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Serving;

public sealed class ServedKnowledgeTests
{
    [Fact]
    public async Task Withdraws_no_article_whose_file_cannot_be_read_for_a_while()
    {
        using var folder = HostFolder.New();
        await using (var before = RunningHost.StartIn(folder))
        {
            await before.AnswerAsync("What will repairs cost?");
            await CompareAsync(before);
        }

        folder.Write("ferry", HostFolder.Bridge.Replace("A bridge falls", "A ferry sails", StringComparison.Ordinal));
        folder.Write("bridge", HostFolder.Bridge.Replace("language: en", "language: en\nstatus: x", StringComparison.Ordinal));
        await using var host = RunningHost.StartIn(folder);
        Assert.Empty(await CompareAsync(host));

        folder.Write("bridge", HostFolder.Bridge.Replace("31 million", "41 million", StringComparison.Ordinal));
        Assert.Equal(CorrectionKind.Changed, Assert.Single(await CompareAsync(host)).Kind);
    }

    [Fact]
    public async Task Withdraws_nothing_when_the_folder_is_empty_for_a_while()
    {
        await using var host = RunningHost.Start();
        await host.AnswerAsync("What will repairs cost?");
        File.Delete(Path.Combine(host.Folder.Knowledge, "bridge.md"));

        Assert.Empty(await CompareAsync(host));
    }

    private static async Task<IReadOnlyList<Correction>> CompareAsync(RunningHost host)
    {
        await host.Services.GetRequiredService<KnowledgeBase>().RefreshAsync(host.Stop);
        await host.Services.GetRequiredService<ServedKnowledge>().ObserveAsync(observed: 0, host.Stop);
        return await host.Services.GetRequiredService<AnswerCorrections>().ListAsync(CorrectionState.Found, 10, host.Stop);
    }
}
