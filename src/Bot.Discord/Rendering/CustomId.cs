using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bot.Conversations.Records;

namespace Bot.Discord.Rendering;

/// <summary>What a button under an answer does.</summary>
internal enum ButtonAction
{
    /// <summary>Shows the passage of a citation.</summary>
    Source,

    /// <summary>Approves of the answer.</summary>
    Up,

    /// <summary>Disapproves of it.</summary>
    Down,

    /// <summary>Asks on.</summary>
    FollowUp,

    /// <summary>Deletes the answer.</summary>
    Delete,

    /// <summary>Shows the rest of a long answer.</summary>
    More,
}

/// <summary>
/// What a button carries: a key into the record and nothing else, so that it works as long as the record has the turn.
/// </summary>
/// <param name="Action">What it does.</param>
/// <param name="Turn">To which answer.</param>
/// <param name="Number">The citation's number, or the first message of the rest; 0 for none.</param>
internal sealed record CustomId(ButtonAction Action, TurnId Turn, int Number = 0)
{
    private const string Prefix = "answer";

    /// <summary>Reads what <see cref="ToString"/> writes; whatever else a client sends is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CustomId? id)
    {
        id = text?.Split(':') is [Prefix, var action, var turn, var number]
            && Enum.GetValues<ButtonAction>().FirstOrDefault(known => NameOf(known) == action) is var named
            && NameOf(named) == action
            && TurnId.TryParse(turn, out var parsed)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
                ? new(named, parsed, read)
                : null;
        return id is not null && id.ToString() == text;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}:{NameOf(Action)}:{Turn}:{Number}");

    private static string NameOf(ButtonAction action) => action switch
    {
        ButtonAction.Source => "source",
        ButtonAction.Up => "up",
        ButtonAction.Down => "down",
        ButtonAction.FollowUp => "follow-up",
        ButtonAction.Delete => "delete",
        _ => "more",
    };
}
