using Bot.Conversations.Corrections;
using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Host.Serving;

/// <summary>Reads the articles at start and follows their changes: answers that cited changed words are listed for an editor.</summary>
internal sealed partial class ServedKnowledge(KnowledgeBase knowledge, AnswerCorrections corrections, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<ServedKnowledge> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>Whether the articles are read.</summary>
    public bool Open { get; private set; }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await knowledge.OpenAsync(watch: true, cancellationToken);
        Open = true;
        LogServing(options.Value.Path);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var observed = 0L;
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            observed = await ObserveAsync(observed, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Compares the articles with the answers if they changed.</summary>
    /// <returns>The version that was looked at.</returns>
    internal async Task<long> ObserveAsync(long observed, CancellationToken cancellationToken)
    {
        using var snapshot = knowledge.Acquire();
        if (snapshot.Version == observed)
        {
            return observed;
        }

        // An article whose file cannot be read is not withdrawn: nothing is compared until all can be.
        if (snapshot.Problems.Length > 0 || snapshot.Articles.Count == 0)
        {
            LogNotComparable(snapshot.Problems.Length);
            return snapshot.Version;
        }

        try
        {
            var found = await corrections.ObserveAsync([.. snapshot.Articles.Values.Select(indexed => indexed.Article)], cancellationToken);
            if (found > 0)
            {
                LogFound(found);
            }

            return snapshot.Version;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotObserved(error);
            return observed;
        }
    }

    [LoggerMessage(LogLevel.Information, "Serving the articles of '{Path}'.")]
    private partial void LogServing(string path);

    [LoggerMessage(LogLevel.Information, "{Count} corrections wait for an editor: articles changed words that answers cite.")]
    private partial void LogFound(int count);

    [LoggerMessage(LogLevel.Warning, "The articles are not compared with the answers while {Problems} of their files cannot be read, or none is there.")]
    private partial void LogNotComparable(int problems);

    [LoggerMessage(LogLevel.Warning, "The changed articles could not be compared with the answers; again soon.")]
    private partial void LogNotObserved(Exception error);
}
