namespace Bot.Answering.Lexicons;

/// <summary>What a word does to what a sentence states.</summary>
/// <param name="Kind">How it changes it.</param>
/// <param name="Class">
/// Words of one class may stand for each other: <c>possible</c>, <c>some</c>, <c>deny</c>; empty where there is one.
/// </param>
internal sealed record Cue(CueKind Kind, string Class = "");

/// <summary>The ways in which a word changes what a sentence states.</summary>
internal enum CueKind
{
    /// <summary>It only looks like another cue: "not only".</summary>
    None,

    /// <summary>It denies.</summary>
    Negation,

    /// <summary>It makes it less or otherwise certain: "could", "likely", "will".</summary>
    Certainty,

    /// <summary>It holds under a condition: "if", "unless".</summary>
    Condition,

    /// <summary>It holds for some, most or all.</summary>
    Quantity,

    /// <summary>Somebody says, hopes or denies it.</summary>
    Reporting,

    /// <summary>Whose words it is follows: "according to".</summary>
    Attribution,

    /// <summary>Whose words it is came before: "zufolge".</summary>
    AttributionAfter,
}
