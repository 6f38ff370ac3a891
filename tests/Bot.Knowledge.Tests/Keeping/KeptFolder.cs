using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Tests.Keeping;

/// <summary>Articles in a folder, with an index in the folder beside it, over several starts.</summary>
internal sealed class KeptFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bot-kept-").FullName;

    public KeptFolder()
    {
        Articles = Directory.CreateDirectory(Path.Combine(_root, "articles")).FullName;
        Index = Path.Combine(_root, "index");
    }

    public string Articles { get; }

    public string Index { get; set; }

    /// <summary>The files whose text was read, rather than found in the index.</summary>
    public ConcurrentQueue<string> Read { get; } = [];

    /// <summary>Called whenever a file's text is read.</summary>
    public Action? OnRead { get; set; }

    public ConcurrentQueue<string> Warnings { get; } = [];

    public DateTimeOffset Now { get; set; } = TimeProvider.System.GetUtcNow();

    /// <summary>The files of the first process' index, without its lock.</summary>
    public string[] IndexFiles => Directory.GetFiles(Path.Combine(Index, "1"));

    public KeptFolder Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Articles, name), text);
        return this;
    }

    /// <summary>A process that starts.</summary>
    public KnowledgeBase Start(bool kept = true)
    {
        var options = Options.Create(new KnowledgeOptions { Path = Articles, IndexFolder = kept ? Index : null });
        return new(options, new ArticleReader(options, Guess), new StandingTime(Now), new WarningLog(Warnings));
    }

    /// <summary>All that a reader would find now for some questions, with the scores.</summary>
    public static ImmutableArray<string> Found(KnowledgeBase knowledge, params string[] queries)
    {
        using var snapshot = knowledge.Acquire();
        return
        [
            .. queries.SelectMany(query => snapshot.Search(new PassageQuery(query) { Limit = 200 }, CancellationToken.None))
                .Select(hit => $"{hit.Passage.Id} {hit.SentenceIndex} {hit.Score:R} {hit.Parts} {hit.Text}"),
            .. snapshot.Problems.Select(problem => problem.ToString()),
        ];
    }

    /// <summary>A start, what is found, and an orderly end.</summary>
    public async Task<ImmutableArray<string>> FoundAtStartAsync(params string[] queries)
    {
        Read.Clear();
        await using var knowledge = Start();
        return Found(knowledge, queries);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // Asked only of what is read, as none of these articles names its language.
    private string? Guess(string text)
    {
        Read.Enqueue(text);
        OnRead?.Invoke();
        return LanguageGuess.Of(text);
    }

    private sealed class StandingTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class WarningLog(ConcurrentQueue<string> warnings) : ILogger<KnowledgeBase>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                warnings.Enqueue(formatter(state, exception));
            }
        }
    }
}
