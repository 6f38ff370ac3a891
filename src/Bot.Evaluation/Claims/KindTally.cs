using System.Globalization;

namespace Bot.Evaluation.Claims;

/// <summary>How many claims of a kind the check dropped.</summary>
/// <param name="Name">The kind, or several.</param>
/// <param name="IsFaithful">Whether they are supported, so that each one dropped is a false alarm.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Dropped">How many were dropped.</param>
internal sealed record KindTally(string Name, bool IsFaithful, int Count, int Dropped)
{
    public static IEnumerable<string> Head => ["| claims | n | caught | falsely alarmed |", "|---|--:|--:|--:|"];

    public string Row => $"| {Name} | {Count.ToString(CultureInfo.InvariantCulture)} | {(IsFaithful ? "" : Share)} | {(IsFaithful ? Share : "")} |";

    private string Share => Count == 0 ? "–" : ((double)Dropped / Count).ToString("0.0000", CultureInfo.InvariantCulture);
}
