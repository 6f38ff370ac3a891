namespace Bot.Conversations.Working;

/// <summary>Why a conversation may have something to do.</summary>
internal enum WakeCause
{
    /// <summary>A question was asked in this process.</summary>
    Asked,

    /// <summary>Another process says so.</summary>
    Told,

    /// <summary>The record says so.</summary>
    Swept,
}
