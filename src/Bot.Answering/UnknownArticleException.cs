namespace Bot.Answering;

/// <summary>A question names an article that readers cannot ask.</summary>
/// <param name="slug">The name it gave.</param>
/// <param name="nearest">The name of an article that comes closest, if there is one.</param>
public sealed class UnknownArticleException(string slug, string? nearest)
    : Exception($"There is no article '{slug}'." + (nearest is null ? "" : $" Did you mean '{nearest}'?"))
{
    /// <summary>The name the question gave.</summary>
    public string Slug => slug;

    /// <summary>The name of the article that comes closest; <see langword="null"/> when none does.</summary>
    public string? Nearest => nearest;
}
