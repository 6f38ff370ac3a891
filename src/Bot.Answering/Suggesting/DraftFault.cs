namespace Bot.Answering.Suggesting;

/// <summary>Why something that a model drafted is no draft for an editor.</summary>
public enum DraftFault
{
    /// <summary>It is no question with a passage and words: cut off, or of another form.</summary>
    Unreadable,

    /// <summary>It names a passage that it was not given.</summary>
    NoSuchPassage,

    /// <summary>Its words stand nowhere in the passage that it names.</summary>
    InventedWords,

    /// <summary>It asks what another one asks, or is answered by the same words.</summary>
    Repeated,

    /// <summary>Bot does not answer it from the passage that it names.</summary>
    NotAnswered,
}
