namespace Bot.Conversations.Working;

/// <summary>Who works a conversation in this process, and what it was woken for meanwhile.</summary>
internal sealed class ConversationWorker
{
    private bool _asked;

    /// <summary>Whether there may be more to do than it has looked for.</summary>
    public bool Again { get; set; }

    public Task Running { get; set; } = Task.CompletedTask;

    /// <summary>Takes note of a cause. What the sweep finds it finds again: a worker that is there is left alone.</summary>
    public void Note(WakeCause cause, bool isNew = false)
    {
        Again |= !isNew && cause != WakeCause.Swept;
        if (cause == WakeCause.Asked)
        {
            Volatile.Write(ref _asked, true);
        }
    }

    /// <summary>Whether a question was asked in this process since it last looked.</summary>
    public bool TakeAsked() => Interlocked.Exchange(ref _asked, false);
}
