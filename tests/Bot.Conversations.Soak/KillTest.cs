using System.Diagnostics;
using Bot.Answering.Tracing;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Conversations.Soak;

/// <summary>Kills the answering process at random moments.</summary>
internal static class KillTest
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (questions, conversations, kills) = (arguments.Number("questions", 200), arguments.Number("conversations", 20), arguments.Number("kills", 20));
        var (recognises, processes, seed) = (arguments.Flag("recognises", true), arguments.Number("processes", 1), arguments.Number("seed", 1));
        var folder = Directory.CreateTempSubdirectory("bot-soak-").FullName;
        var record = Path.Combine(folder, "record.db");
        using var side = new FarSide(recognises, record, arguments.Text("postgres"));
        side.Start();
        var clock = Stopwatch.StartNew();
        var running = new List<Process>();
        for (var index = 0; index < processes; index++)
        {
            running.Add(await side.LaunchAsync());
        }

        var random = new Random(seed);
        var asking = Enumerable.Range(0, conversations).Select(conversation => AskAllAsync(side, conversation, questions / conversations, seed)).ToArray();
        for (var kill = 0; kill < kills; kill++)
        {
            // While there is work: a kill after the end shows nothing.
            var until = questions * (kill + 1) / (kills + 1);
            while (side.Count(all => all.Acknowledged.Count) < until)
            {
                await Task.Delay(5);
            }

            await Task.Delay(random.Next(0, 150));
            var victim = running[random.Next(running.Count)];
            victim.Kill();
            await victim.WaitForExitAsync();
            running.Remove(victim);
            running.Add(await side.LaunchAsync());
        }

        await Task.WhenAll(asking);
        var outcome = await SettleAsync(arguments, record);
        foreach (var process in running)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        return Report(side, outcome, recognises, processes, kills, questions, clock.Elapsed);
    }

    private static async Task AskAllAsync(FarSide side, int conversation, int questions, int seed)
    {
        // A record that was used before knows its events.
        var (random, run) = (new Random(seed + conversation), Guid.NewGuid());
        for (var number = 0; number < questions; number++)
        {
            await side.AskAsync($"{conversation}-{number}-{run:N}", $"c{conversation}-{run:N}", random);
            await Task.Delay(random.Next(0, 200));
        }
    }

    private static async Task<Dictionary<TurnState, int>> SettleAsync(Arguments arguments, string record)
    {
        using var host = SoakBot.Build(record, arguments.Text("postgres"), new Nowhere(), new SoakBot.Model(() => 0));
        var store = host.Services.GetRequiredService<RecordStore>();
        for (var tries = 0; tries < 600; tries++)
        {
            var open = await store.ReadAsync((context, token) => context.Turns.CountAsync(turn => turn.State < TurnState.Delivered, token), CancellationToken.None);
            if (open == 0)
            {
                break;
            }

            await Task.Delay(100);
        }

        if (arguments.Text("postgres") is null)
        {
            var check = await store.ReadAsync((context, token) => context.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(token), CancellationToken.None);
            Console.WriteLine($"record: {string.Join(' ', check)}");
        }

        return await store.ReadAsync(
            (context, token) => context.Turns.GroupBy(turn => turn.State).ToDictionaryAsync(turns => turns.Key, turns => turns.Count(), token),
            CancellationToken.None);
    }

    private static int Report(FarSide side, Dictionary<TurnState, int> states, bool recognises, int processes, int kills, int questions, TimeSpan elapsed)
    {
        var doubled = side.Shown.GroupBy(shown => shown).Count(shown => shown.Count() > 1);
        var missing = side.Acknowledged.Except(side.Shown).Count();
        var uncertain = states.GetValueOrDefault(TurnState.Uncertain);
        var disordered = side.Shown
            .Select(shown => shown.Split('-'))
            .GroupBy(parts => parts[0], parts => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))
            .Count(numbers => !numbers.SequenceEqual(numbers.Order()));
        Console.WriteLine($"{processes} process(es), repeats {(recognises ? "recognised" : "not recognised")}, {kills} kills, {elapsed.TotalSeconds:0} s");
        Console.WriteLine($"acknowledged {side.Acknowledged.Count} of {questions}, shown {side.Shown.Count}, doubled {doubled}, missing {missing}, uncertain {uncertain}, conversations out of order {disordered}");
        Console.WriteLine($"states: {string.Join(", ", states.Select(state => $"{state.Key} {state.Value}"))}");
        var kept = doubled == 0 && disordered == 0 && side.Acknowledged.Count == questions && (recognises ? missing == 0 && uncertain == 0 : missing <= uncertain);
        Console.WriteLine(kept ? "kept" : "BROKEN");
        return kept ? 0 : 1;
    }

    private sealed class Nowhere : IChannel
    {
        public string Name => "nowhere";

        public bool RecognisesRepeat(Delivery delivery) => true;

        public Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult<Receipt>(new Receipt.Shown(null));

        public Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken) => Task.FromResult<Receipt>(new Receipt.Shown(null));

        public Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
