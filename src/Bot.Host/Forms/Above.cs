using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Conversations.Records;

namespace Bot.Host.Forms;

/// <summary>What stands above the articles for a reader who asked by a form: matched by one switch.</summary>
internal abstract record Above
{
    private const int LookAgainSeconds = 3;

    private Above()
    {
    }

    /// <summary>After how many seconds the page is to be loaded again; <see langword="null"/> for never.</summary>
    public int? AgainAfter => this is Pending ? LookAgainSeconds : null;

    /// <summary>The answer.</summary>
    /// <param name="Turn">Its name.</param>
    /// <param name="Question">What was asked.</param>
    /// <param name="Answer">The answer.</param>
    /// <param name="Corrections">What its reader was told of corrections.</param>
    public sealed record Answered(TurnId Turn, string Question, Answer Answer, ImmutableArray<string> Corrections) : Above;

    /// <summary>The answer is under way.</summary>
    /// <param name="Question">What was asked.</param>
    public sealed record Pending(string Question) : Above;

    /// <summary>There is no answer.</summary>
    /// <param name="Words">Why, in the reader's language.</param>
    /// <param name="Question">What was asked, to ask it again; <see langword="null"/> when that is not known.</param>
    public sealed record Refused(string Words, string? Question) : Above;
}
