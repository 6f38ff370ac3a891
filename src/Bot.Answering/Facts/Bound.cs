namespace Bot.Answering.Facts;

/// <summary>What the words beside a number make of it.</summary>
internal enum Bound
{
    /// <summary>The number itself.</summary>
    Exact,

    /// <summary>More than the number.</summary>
    MoreThan,

    /// <summary>The number or more.</summary>
    AtLeast,

    /// <summary>Less than the number.</summary>
    LessThan,

    /// <summary>The number or less.</summary>
    AtMost,

    /// <summary>A little less than the number.</summary>
    Nearly,

    /// <summary>Somewhere near the number.</summary>
    About,
}
