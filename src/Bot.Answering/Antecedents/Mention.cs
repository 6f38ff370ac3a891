namespace Bot.Answering.Antecedents;

/// <summary>A name in a sentence.</summary>
/// <param name="Name">The name, as fully as the article has it.</param>
/// <param name="From">Its first token.</param>
/// <param name="To">The token after it.</param>
/// <param name="Kind">What it names.</param>
internal sealed record Mention(string Name, int From, int To, MentionKind Kind);

/// <summary>What a name may be the name of.</summary>
internal enum MentionKind
{
    /// <summary>No person.</summary>
    Thing,

    /// <summary>Perhaps a person.</summary>
    Unknown,

    /// <summary>A man.</summary>
    Male,

    /// <summary>A woman.</summary>
    Female,
}
