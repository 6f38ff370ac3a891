using System.Collections.Immutable;

namespace Bot.Answering.Checking;

/// <summary>Who says something, as far as the words beside the reporting verb tell.</summary>
/// <param name="Names">The parts of their own names, folded; not of those they speak for.</param>
/// <param name="Roles">The terms that say what they are: "spokesman".</param>
/// <param name="Pronoun">Whether a pronoun stands for them.</param>
internal sealed record Speaker(ImmutableArray<string> Names, ImmutableArray<string> Roles, bool Pronoun)
{
    public static readonly Speaker Unknown = new([], [], false);

    /// <summary>Whether someone named elsewhere is meant: "he said", "the spokesman said".</summary>
    public bool NeedsAntecedent => Names.IsEmpty;
}
