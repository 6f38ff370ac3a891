using System.Collections.Immutable;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Replies;

/// <summary>
/// The fixed replies as <c>replies.yaml</c> in the knowledge folder stands: read when first asked for, and again when it changed. A reply that
/// an edit breaks is reported, and its last good form stays until it is whole again or gone.
/// </summary>
/// <param name="options">Where the folder is.</param>
/// <param name="reader">Reads a reply's text.</param>
/// <param name="time">Tells whether a later edit is sure to be seen.</param>
/// <param name="logger">Is told each problem.</param>
public sealed partial class ReplyBook(IOptions<KnowledgeOptions> options, ArticleReader reader, TimeProvider time, ILogger<ReplyBook> logger)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "replies.yaml";

    private const int MaxBytes = 1_048_576;

    private readonly string _path = Path.Combine(Path.GetFullPath(options.Value.Path), FileName);
    private readonly Lock _lock = new();
    private FileStamp? _settled;
    private ImmutableArray<FixedReply> _replies = [];
    private ImmutableArray<ArticleProblem> _problems = [];
    private bool _held;

    /// <summary>Replies that are in no file, such as those of an earlier day. They stay as they are.</summary>
    public static ReplyBook Of(ImmutableArray<FixedReply> replies)
    {
        var options = Options.Create(new KnowledgeOptions());
        return new(options, new ArticleReader(options), TimeProvider.System, NullLogger<ReplyBook>.Instance) { _replies = replies, _held = true };
    }

    /// <summary>The replies, in the file's order.</summary>
    public ImmutableArray<FixedReply> Current
    {
        get
        {
            lock (_lock)
            {
                Refresh();
                return _replies;
            }
        }
    }

    /// <summary>What is wrong with the file.</summary>
    public ImmutableArray<ArticleProblem> Problems
    {
        get
        {
            lock (_lock)
            {
                Refresh();
                return _problems;
            }
        }
    }

    private void Refresh()
    {
        if (_held)
        {
            return;
        }

        var stamp = FileStamp.Of(_path);
        if (stamp is null)
        {
            (_settled, _replies, _problems) = (null, [], []);
            return;
        }

        if (stamp == _settled)
        {
            return;
        }

        _settled = stamp.Value.IsSettled(time.GetUtcNow()) ? stamp : null;
        var problems = new ProblemList(FileName);
        var read = Read(problems);

        // Whoever needs a crisis line must not go without because of a comma.
        _replies = problems.Count == 0 ? read : [.. read, .. _replies.Where(last => read.All(reply => reply.Name != last.Name))];
        foreach (var problem in problems.ToImmutable().Except(_problems))
        {
            LogProblem(problem);
        }

        _problems = problems.ToImmutable();
    }

    private ImmutableArray<FixedReply> Read(ProblemList problems)
    {
        try
        {
            ArticleFolder.RefuseLinksOut(Path.GetDirectoryName(_path)!, _path);
            return new ReplyFile(reader).Read(ArticleSource.Load(FileName, _path, MaxBytes), problems, CancellationToken.None);
        }
        catch (UnreadableException error)
        {
            problems.Add(error);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Problem} Until then the last good form of the reply is given, if there is one.")]
    private partial void LogProblem(ArticleProblem problem);
}
