namespace Bot.Answering.Lexicons.Senses;

/// <summary>How a word is used most. Short answers were taught by the numbers: add new ones at the end.</summary>
internal enum WordUse
{
    /// <summary>Nothing is known of the language's words.</summary>
    None,

    /// <summary>Without content of its own, or a pronoun.</summary>
    Function,

    /// <summary>It begins with a digit.</summary>
    Number,

    /// <summary>As a noun.</summary>
    Noun,

    /// <summary>As a verb.</summary>
    Verb,

    /// <summary>As an adjective.</summary>
    Adjective,

    /// <summary>As an adverb.</summary>
    Adverb,

    /// <summary>Its own ending says what was done: "opened".</summary>
    Participle,

    /// <summary>Its own ending says what is being done: "opening".</summary>
    Gerund,

    /// <summary>Unknown, with a capital.</summary>
    Name,

    /// <summary>Unknown, without one.</summary>
    Unknown,
}
