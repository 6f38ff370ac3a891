namespace Bot.Answering.Questions;

/// <summary>What kind of answer a question wants.</summary>
internal enum QuestionKind
{
    /// <summary>A fact: who, when, where, how many, what, why.</summary>
    Fact,

    /// <summary>Several facts of one sort, over as many passages as there are.</summary>
    List,

    /// <summary>What an article is about.</summary>
    Summary,

    /// <summary>Whatever is said about something: "what do we know about the bridge?"</summary>
    Topic,

    /// <summary>What is to come: "what happens next?"</summary>
    Outlook,

    /// <summary>What somebody said.</summary>
    Speech,

    /// <summary>Whether something is so.</summary>
    YesNo,

    /// <summary>The article itself: its title, author, date or source.</summary>
    AboutArticle,

    /// <summary>A greeting, thanks, or "what can you do".</summary>
    Smalltalk,

    /// <summary>"Just guess", "ignore the article": no question at all, and no reason to say more than before.</summary>
    Pressure,
}

/// <summary>What the short answer to a fact question would be.</summary>
internal enum AnswerType
{
    /// <summary>Anything.</summary>
    Thing,

    /// <summary>A person or a body of people.</summary>
    Person,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A date or a time.</summary>
    Date,

    /// <summary>A number of something.</summary>
    Number,

    /// <summary>A sum of money.</summary>
    Money,

    /// <summary>A number or a sum: "how much".</summary>
    Amount,

    /// <summary>A share.</summary>
    Percent,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A reason: whole sentences.</summary>
    Reason,

    /// <summary>A manner: whole sentences.</summary>
    Manner,
}
