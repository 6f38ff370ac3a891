using Bot.Knowledge.Articles;

namespace Bot.Answering.Facts;

/// <summary>Something checkable that a text states: a number, a date, a name or quoted words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the text that was read.</param>
/// <param name="Value">
/// Its value in a form that compares: a number as invariant digits (<c>30000</c>) or a range (<c>6..12</c>), a date as <c>2019-03-23</c>,
/// <c>2019-03</c>, <c>2019</c>, <c>--03-23</c>, <c>--03</c>, <c>1990s</c> or a weekday <c>saturday</c>, a name and quoted words case-folded
/// with plain quotes and spaces.
/// </param>
/// <param name="Unit">
/// A number's unit, normalised: <c>%</c>, <c>usd</c>, <c>week</c>, <c>km</c>, <c>th</c> for an ordinal, or the noun that follows it; empty for
/// other kinds.
/// </param>
internal readonly record struct Fact(FactKind Kind, TextSpan Span, string Value, string Unit = "")
{
    /// <summary>What the words around a number make of it.</summary>
    public Bound Bound { get; init; }

    /// <summary>The fact with the words that belong to it: "more than 10 weeks" where <see cref="Span"/> covers "10".</summary>
    public TextSpan Phrase { get; init; } = Span;
}

/// <summary>The kinds of fact.</summary>
internal enum FactKind
{
    /// <summary>A number, in digits or words.</summary>
    Number,

    /// <summary>A date, month, year or weekday.</summary>
    Date,

    /// <summary>A proper name: of a person, place, organisation or work.</summary>
    Name,

    /// <summary>Words in quotation marks.</summary>
    Quotation,
}
