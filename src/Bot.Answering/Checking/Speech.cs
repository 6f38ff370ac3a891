using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>A report of what somebody says, believes, hopes or denies, within a sentence.</summary>
/// <param name="Class">The reporting verb's class: <c>say</c>, <c>deny</c>, <c>wish</c>, …</param>
/// <param name="Speaker">Whose words they are.</param>
/// <param name="Covered">The parts of the sentence that are theirs.</param>
internal sealed record Speech(string Class, Speaker Speaker, ImmutableArray<TextSpan> Covered)
{
    /// <summary>The class of verbs that only report.</summary>
    public const string Say = "say";

    /// <summary>The class of verbs that deny what somebody else says.</summary>
    public const string Deny = "deny";

    /// <summary>Where the speaker and the verb stand; empty when they stand in another sentence.</summary>
    public TextSpan Frame { get; init; }

    public bool Covers(TextSpan span) => Covered.Any(part => part.Overlaps(span));
}
