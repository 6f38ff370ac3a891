using System.Collections.Immutable;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>A word that denies, hedges, quantifies, conditions or reports, with the words it concerns.</summary>
/// <param name="Cue">What it does.</param>
/// <param name="From">Its first token.</param>
/// <param name="To">The token after it.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Scope">The terms it concerns, nearest first.</param>
internal sealed record Mark(Cue Cue, int From, int To, TextSpan Span, ImmutableArray<string> Scope)
{
    /// <summary>The term it concerns most; <see langword="null"/> when there is none.</summary>
    public string? Head => Scope.IsEmpty ? null : Scope[0];

    /// <summary>Whether two marks concern the same words.</summary>
    public bool Meets(Mark other)
    {
        if (Head is null || other.Head is null)
        {
            return Scope.IsEmpty && other.Scope.IsEmpty;
        }

        return other.Scope.Contains(Head) || Scope.Contains(other.Head)
            || Scope.Count(other.Scope.Contains) * 2 >= Math.Min(Scope.Length, other.Scope.Length);
    }
}
