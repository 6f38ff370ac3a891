using Bot.Answering;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Conversations.Answering;

namespace Bot.Host.Tests;

/// <summary>Answers as the real engine does, once a gate is open, and counts what it was asked.</summary>
internal sealed class GatedEngine : IAnswering
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public Answerer Inner { get; set; } = null!;

    /// <summary>Questions wait for it; open unless a test closes it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public Exception? Failure { get; set; }

    /// <summary>The first question has arrived.</summary>
    public Task Asked => _asked.Task;

    /// <summary>A question was stopped while it waited.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>The latest question.</summary>
    public Question? Latest { get; private set; }

    public int Count => Volatile.Read(ref _count);

    public async Task<AnsweredQuestion> AnswerAsync(Question question, IProgress<AnswerStage>? progress, CancellationToken cancellationToken)
    {
        Latest = question;
        Interlocked.Increment(ref _count);
        _asked.TrySetResult();
        try
        {
            await Gate.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _stopped.TrySetResult();
            throw;
        }

        return Failure is { } failure ? throw failure : await Inner.AnswerAsync(question, progress, cancellationToken);
    }
}
