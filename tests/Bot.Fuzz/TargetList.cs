using Bot.Fuzz.Running;
using Bot.Fuzz.Targets;

namespace Bot.Fuzz;

/// <summary>All targets by their name; each is made when it is run.</summary>
internal static class TargetList
{
    private static readonly Dictionary<string, Func<IFuzzTarget>> All = new(StringComparer.Ordinal)
    {
        ["markdown"] = () => Article("markdown"),
        ["front-matter"] = () => Article("front-matter"),
        ["html"] = () => Article("html"),
        ["text"] = () => Article("text"),
        ["jsonl"] = () => Article("jsonl"),
        ["markers"] = () => new MarkerTarget(),
        ["activity"] = () => new ActivityTarget(),
        ["gateway"] = () => new GatewayTarget(),
        ["inflation"] = () => new InflationTarget(),
        ["signature"] = () => new SignatureTarget(),
        ["jwt"] = () => new JwtTarget(),
        ["replies"] = () => new ReplyTarget(),
        ["feed"] = () => new FeedTarget(),
        ["import"] = () => new ImportTarget(),
        ["cases"] = () => new CaseTarget(isTable: false),
        ["case-table"] = () => new CaseTarget(isTable: true),
        ["host"] = () => new HostTarget(),
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The targets a name means; none when it means nothing.</summary>
    public static IReadOnlyList<string> Chosen(string name) => name == "all" ? [.. All.Keys] : All.ContainsKey(name) ? [name] : [];

    public static Made Make(string name) => new(All[name]());

    private static ArticleTarget Article(string name) => ArticleSeeds.Targets.Single(target => target.Name == name);

    /// <summary>A target that is disposed of as it needs to be.</summary>
    public sealed class Made(IFuzzTarget target) : IAsyncDisposable
    {
        public IFuzzTarget Target => target;

        public async ValueTask DisposeAsync()
        {
            (target as IDisposable)?.Dispose();
            await ((target as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}
