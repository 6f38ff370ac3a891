namespace Bot.Conversations.Asking;

/// <summary>What becomes of a question that its reader takes back.</summary>
public enum Withdrawal
{
    /// <summary>It is withdrawn: no answer will be shown.</summary>
    Withdrawn,

    /// <summary>It has its answer, or one is on its way: the channel may delete what it showed.</summary>
    TooLate,

    /// <summary>The record has no such question.</summary>
    Unknown,
}
