namespace Bot.Evaluation.Cases;

/// <summary>What may be written for a field of a case.</summary>
public enum ValueForm
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Words, or a list of them: each counts by itself.</summary>
    Texts,

    /// <summary>A .NET regular expression, or a list of them.</summary>
    Regex,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>Words, or <c>true</c> or <c>false</c>.</summary>
    TextOrFlag,

    /// <summary>A whole number from 0.</summary>
    Count,

    /// <summary>How often something is done: a whole number from 1.</summary>
    Positive,

    /// <summary>A number above 0 and at most 1.</summary>
    Share,

    /// <summary>A day or a moment, as in the machine contract.</summary>
    Date,

    /// <summary>A language's primary subtag.</summary>
    Language,

    /// <summary>One of the five outcomes.</summary>
    Outcome,

    /// <summary>Earlier turns of the conversation.</summary>
    History,

    /// <summary>A scripted model's replies.</summary>
    Replies,

    /// <summary>A list of assertions.</summary>
    Assertions,

    /// <summary>The fields of a case.</summary>
    Case,

    /// <summary>A list of cases.</summary>
    Cases,
}
