namespace Bot.BotFramework.Rendering;

/// <summary>How much of an answer a message takes: the next smaller shape is tried until the message fits, and when a channel refuses it.</summary>
/// <param name="Text">The most characters of the sentences, as escaped.</param>
/// <param name="Card">The most characters of what goes on in a card, as escaped.</param>
/// <param name="Citations">The most citations.</param>
/// <param name="Address">The longest address that is linked.</param>
internal sealed record AnswerShape(int Text, int Card, int Citations, int Address)
{
    /// <summary>The most bytes of a message in UTF-16: Teams refuses about 100 KB and asks to stay below 80 KB.</summary>
    public const int MostBytes = 80 * 1024;

    /// <summary>The longest name of a citation.</summary>
    public const int Name = 80;

    /// <summary>The longest excerpt of a citation.</summary>
    public const int Abstract = 160;

    /// <summary>All that stands beside an answer, piece by piece: a refusal, a title, a quote.</summary>
    public const int Piece = 600;

    /// <summary>The longest words on a button.</summary>
    public const int Button = 100;

    /// <summary>The most buttons with questions.</summary>
    public const int Buttons = 3;

    /// <summary>From the largest to one that always fits, and to one that is words alone.</summary>
    public static AnswerShape[] All { get; } = [new(6_000, 14_000, 20, 1_000), new(4_000, 12_000, 10, 300), new(2_500, 0, 10, 100), new(2_500, 0, 10, 100) { Plain = true }];

    /// <summary>Whether it is nothing but words: no entity, card, buttons or feedback, and the sources are named in the text.</summary>
    public bool Plain { get; init; }
}
