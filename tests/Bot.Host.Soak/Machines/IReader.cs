namespace Bot.Host.Soak.Machines;

/// <summary>Who asks in one conversation, in one of the ways there are.</summary>
internal interface IReader : IAsyncDisposable
{
    /// <summary>How questions are asked.</summary>
    string Way { get; }

    /// <summary>Comes, where that is needed before anything is asked.</summary>
    Task ComeAsync();

    /// <summary>Asks, again and again until the question is taken; its answer may come later.</summary>
    Task AskAsync(AskedQuestion question);
}
