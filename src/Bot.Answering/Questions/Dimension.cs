namespace Bot.Answering.Questions;

/// <summary>What a question wants measured.</summary>
internal enum Dimension
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>"How old": somebody's years.</summary>
    Age,

    /// <summary>"How far", "how tall": a distance.</summary>
    Length,

    /// <summary>"How heavy": a mass.</summary>
    Weight,

    /// <summary>"How fast": a speed.</summary>
    Speed,

    /// <summary>"How big", "how high": a distance, an area, a mass or a sum.</summary>
    Size,

    /// <summary>"How expensive": a sum.</summary>
    Money,

    /// <summary>"¿Cuánto duró?": a length of time.</summary>
    Duration,
}
