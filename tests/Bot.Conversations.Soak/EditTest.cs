using System.Diagnostics;
using Bot.Conversations.Corrections;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Working;
using Bot.Knowledge.Articles;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Conversations.Soak;

/// <summary>Records many answers and edits one number of one article.</summary>
internal static class EditTest
{
    private const int Articles = 50;
    private const int Bite = 1_000;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var answers = arguments.Number("answers", 100_000);
        var folder = Directory.CreateTempSubdirectory("bot-soak-").FullName;
        using var host = SoakBot.Build(Path.Combine(folder, "record.db"), arguments.Text("postgres"), new LoadTest(), new SoakBot.Model(() => 0));
        var store = host.Services.GetRequiredService<RecordStore>();
        Article[] articles = [.. Enumerable.Range(0, Articles).Select(number => SoakBot.Write($"river-{number}", 40))];
        for (var written = 0; written < answers; written += Bite)
        {
            await WriteAsync(store, articles, written);
        }

        var corrections = host.Services.GetRequiredService<AnswerCorrections>();
        await corrections.ObserveAsync(articles, CancellationToken.None);
        foreach (var (sentence, number) in new[] { (3, 0), (1, 1), (2, 2), (5, 3), (4, 4) })
        {
            var before = articles[number];
            var edited = before with { Text = before.Text.Replace($"Gauge {sentence} of {before.Slug} stood at {sentence * 7} feet", $"Gauge {sentence} of {before.Slug} stood at {(sentence * 7) + 1000} feet", StringComparison.Ordinal) };
            articles[number] = edited with { Blocks = [new Block(BlockKind.Paragraph, new(0, edited.Text.Length))] };
            var clock = Stopwatch.StartNew();
            var found = await corrections.ObserveAsync(articles, CancellationToken.None);
            var elapsed = clock.Elapsed;
            var listed = await corrections.ListAsync(CorrectionState.Found, 1, CancellationToken.None);
            Console.WriteLine($"{answers} answers: one edit, {found} correction(s), {listed[0].Tellings.Length} answers, {elapsed.TotalMilliseconds:0.0} ms");
        }

        return 0;
    }

    private static Task<int> WriteAsync(RecordStore store, Article[] articles, int from) =>
        store.WriteAsync(
            async (context, token) =>
            {
                context.ChangeTracker.AutoDetectChangesEnabled = false;
                var now = TimeProvider.System.GetUtcNow();
                var turns = Enumerable.Range(from, Bite).Select(number => new TurnRow
                {
                    Id = Guid.CreateVersion7(now),
                    Channel = "load",
                    EventId = $"e{number}",
                    Conversation = $"c{number % 2000}",
                    Asker = $"a{number % 500}",
                    Text = $"question {number}",
                    Address = [],
                    Received = now,
                    State = TurnState.Delivered,
                    MessageId = $"m{number}",
                }).ToList();
                context.Turns.AddRange(turns);
                await context.SaveChangesAsync(token);
                foreach (var (turn, index) in turns.Select((turn, index) => (turn, from + index)))
                {
                    // Some words are cited far more often than others.
                    var answered = SoakBot.Quote(articles[index % Articles], index / Articles % 40, turn.Text);
                    await AnswerEntry.Of(turn.Seq, answered, now).AddAsync(context, token);
                }

                return 0;
            },
            CancellationToken.None);
}
