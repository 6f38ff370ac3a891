namespace Bot.Answering.Questions;

/// <summary>What a word does in a sentence; those without content of their own are listed for each language.</summary>
internal enum WordRole
{
    /// <summary>"the".</summary>
    Determiner,

    /// <summary>"and".</summary>
    Conjunction,

    /// <summary>"by": names who did it.</summary>
    Agent,

    /// <summary>"in".</summary>
    Placing,

    /// <summary>"of".</summary>
    Belonging,

    /// <summary>Any other that ties a thing to the rest.</summary>
    Preposition,

    /// <summary>"is", "has": carries another verb.</summary>
    Copula,

    /// <summary>"which".</summary>
    Relative,

    /// <summary>Any other without content.</summary>
    Function,

    /// <summary>One with content.</summary>
    Content,
}
