using System.Diagnostics.Metrics;

namespace Bot.Knowledge.Serving;

/// <summary>Measures, when somebody looks, what is served: how many articles, how old they are, and how many files cannot be read.</summary>
internal sealed class KnowledgeGauges : IDisposable
{
    private readonly Meter _meter = new("Bot.Knowledge");
    private readonly Func<KnowledgeSnapshot> _acquire;
    private readonly TimeProvider _time;

    public KnowledgeGauges(Func<KnowledgeSnapshot> acquire, TimeProvider time)
    {
        (_acquire, _time) = (acquire, time);
        _meter.CreateObservableGauge("bot.articles", Articles, "{article}", "Articles that are read, those that readers see and the others.");
        _meter.CreateObservableGauge("bot.articles.broken", Broken, "{file}", "Files of articles that cannot be read.");
        _meter.CreateObservableGauge("bot.articles.age", Ages, "s", "How long ago the newest and the oldest article that readers see was published or updated.");
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Articles()
    {
        var now = _time.GetUtcNow();
        using var snapshot = _acquire();
        var seen = snapshot.Articles.Values.Count(indexed => indexed.Article.IsPublicAt(now));
        return [new(seen, new KeyValuePair<string, object?>("seen", "readers")), new(snapshot.Articles.Count - seen, new KeyValuePair<string, object?>("seen", "editors"))];
    }

    private int Broken()
    {
        using var snapshot = _acquire();
        return snapshot.Problems.Select(problem => problem.File).Distinct(StringComparer.Ordinal).Count();
    }

    // Articles without a date have no age.
    private IEnumerable<Measurement<double>> Ages()
    {
        var now = _time.GetUtcNow();
        using var snapshot = _acquire();
        var dates = snapshot.Articles.Values
            .Where(indexed => indexed.Article.IsPublicAt(now))
            .Select(indexed => indexed.Article.Updated ?? indexed.Article.Published)
            .OfType<DateTimeOffset>()
            .ToList();
        return dates.Count == 0
            ? []
            : [Age(now - dates.Max(), "newest"), Age(now - dates.Min(), "oldest")];
    }

    private static Measurement<double> Age(TimeSpan age, string which) => new(Math.Max(0, age.TotalSeconds), new KeyValuePair<string, object?>("article", which));
}
