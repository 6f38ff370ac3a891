using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Checking;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Asks cases, several at a time, and looks at what comes.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="knowledge">The articles.</param>
/// <param name="choices">How they are run.</param>
/// <param name="time">Times them.</param>
public sealed class CaseRunner(IConfiguration settings, KnowledgeBase knowledge, RunChoices choices, TimeProvider time)
{
    /// <summary>Runs cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="variants">With each of these.</param>
    /// <param name="progress">Told how many results there are, of how many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A variant's settings are wrong.</exception>
    public async Task<TestReport> RunAsync(
        ImmutableArray<Case> cases, ImmutableArray<Variant> variants, IProgress<(int Done, int Of)>? progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var benches = variants.Select(variant => new Bench(variant, settings, knowledge, choices, time)).ToArray();
        try
        {
            foreach (var bench in benches)
            {
                bench.Validate();
            }

            if (benches.Any(bench => bench.HasModel))
            {
                // Where nothing can be kept, that is said before the model is paid for.
                Directory.CreateDirectory(choices.Cache);
            }

            await WarmUpAsync(cases[0], benches, cancellationToken).ConfigureAwait(false);

            // Each repeat is work of its own: one case with many of them keeps no other waiting. Variants take turns in being first.
            var runs = cases.Select(each => variants.Select(_ => new CaseRun[each.Repeat]).ToArray()).ToArray();
            var work = (from at in Enumerable.Range(0, cases.Length)
                        from turn in Enumerable.Range(0, variants.Length)
                        from repeat in Enumerable.Range(1, cases[at].Repeat)
                        select (Case: at, Variant: (at + turn) % variants.Length, Repeat: repeat)).ToArray();
            var done = 0;
            await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = choices.AtOnce, CancellationToken = cancellationToken }, async (item, token) =>
            {
                var run = await RunAsync(cases[item.Case], benches[item.Variant], item.Repeat, token).ConfigureAwait(false);
                runs[item.Case][item.Variant][item.Repeat - 1] = run;
                choices.Seen?.Report(new(cases[item.Case], variants[item.Variant], [run]));
                progress?.Report((Interlocked.Increment(ref done), work.Length));
            }).ConfigureAwait(false);
            var results = cases.Select((each, at) => variants.Select((variant, of) => new CaseResult(each, variant, [.. runs[at][of]])).ToImmutableArray());
            return new(variants, [.. results], time.GetElapsedTime(started));
        }
        finally
        {
            foreach (var bench in benches)
            {
                await bench.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // The first answer of a process waits for code to be compiled and articles to be read: no variant's time should be that. A real model is left alone.
    private async Task WarmUpAsync(Case first, Bench[] benches, CancellationToken cancellationToken)
    {
        foreach (var bench in benches.Where(bench => !bench.HasModel || !bench.RepliesTo(first).IsEmpty))
        {
            await RunAsync(first, bench, 1, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<CaseRun> RunAsync(Case asked, Bench bench, int repeat, CancellationToken cancellationToken)
    {
        var replies = bench.RepliesTo(asked);
        var running = bench.Running.Start(repeat, replies);
        try
        {
            var question = asked.Question with { Conversation = running.Id, IncludeUnpublished = choices.Editor };
            var answered = await bench.AnswererFor(replies).AnswerAsync(question, progress: null, cancellationToken).ConfigureAwait(false);
            var findings = ImmutableArray.CreateBuilder<Finding>(asked.Assertions.Length);
            foreach (var assertion in asked.Assertions)
            {
                findings.Add(assertion.Kind == AssertionKind.Judge
                    ? await Judging.FindAsync(assertion, question, answered.Answer, bench.JudgeFor(replies), cancellationToken).ConfigureAwait(false)
                    : AssertionCheck.Find(assertion, answered));
            }

            return new(repeat)
            {
                Asked = answered,
                Error = running.Problem,
                Findings = findings.MoveToImmutable(),
                Citations = CitationScore.Of(answered.Trace, answered.Answer.Language),
                Elapsed = answered.Answer.Making.Elapsed + running.Recorded,
                FromCache = running.FromCache,
            };
        }
        catch (UnknownArticleException error)
        {
            // The articles were there when the cases were read; one was deleted meanwhile.
            return new(repeat) { Error = error.Message };
        }
        finally
        {
            bench.Running.End(running);
        }
    }
}
