using System.Collections.Concurrent;
using Bot.Host.Soak.Machines;

namespace Bot.Host.Soak.Lasting;

/// <summary>Asks on Discord, by turns with a command and a mention, each time in a thread of its own.</summary>
internal sealed class DiscordReader(DiscordStage stage, Ledger ledger) : IReader
{
    private readonly ConcurrentQueue<DiscordQuestion> _asked = new();

    public string Way => "Discord";

    /// <summary>Questions that were answered more than once where their asker sees it.</summary>
    public int Doubled => _asked.Count(question => question.Seen > 1);

    public Task ComeAsync() => Task.CompletedTask;

    public async Task AskAsync(AskedQuestion question)
    {
        var asked = await stage.AskAsync(question.Text, byCommand: question.Number % 2 == 0);
        _asked.Enqueue(asked);
        _ = AwaitAsync(asked, question);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task AwaitAsync(DiscordQuestion asked, AskedQuestion question)
    {
        await asked.Answered.Task;
        if (!asked.IsRefused)
        {
            ledger.Answer(question);
            return;
        }

        question.Refuse();
        await AskAsync(question);
    }
}
