namespace Bot.Host.Desk;

/// <summary>The editors' desk: the section <c>Desk</c>.</summary>
internal sealed class DeskOptions
{
    public const string Section = "Desk";

    /// <summary>Whether there is a desk, at <c>/desk</c>.</summary>
    public bool Enabled { get; set; }

    /// <summary>What editors type to get in, from wherever they are. Without one, only this machine itself gets in.</summary>
    public string? Key { get; set; }

    /// <summary>The key before <see cref="Key"/>: it opens too while the two change places, and is left out after that.</summary>
    public string? PreviousKey { get; set; }
}
