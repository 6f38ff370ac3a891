namespace Bot.Discord.Rendering;

/// <summary>What is never split: a word, a marker with its link, words in bold.</summary>
/// <param name="Shown">As it stands in the message.</param>
internal readonly record struct Token(string Shown)
{
    /// <summary>The citation it marks; 0 for none.</summary>
    public int Number { get; init; }

    /// <summary>Whether it follows without a space: the next piece of a very long word.</summary>
    public bool Glued { get; init; }
}

/// <summary>Sentences that stand on one line.</summary>
/// <param name="Prefix">What makes the line: a bullet, small words.</param>
/// <param name="Sentences">Parted by spaces; a message ends rather between two of them than within one.</param>
internal sealed record Line(string Prefix, IReadOnlyList<IReadOnlyList<Token>> Sentences)
{
    /// <summary>Small, grey words.</summary>
    public const string Small = "-# ";

    /// <summary>A bullet of a list.</summary>
    public const string Bullet = "- ";

    /// <summary>Whether an empty line stands above.</summary>
    public bool Apart { get; init; }

    /// <summary>A line of one sentence.</summary>
    public static Line Of(string prefix, IEnumerable<Token> tokens) => new(prefix, [[.. tokens]]);
}
