namespace Bot.Knowledge.Importing.Feeds;

/// <summary>An entry of a feed.</summary>
/// <param name="Link">The page it is about; <see langword="null"/> when it names none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Byline">Who wrote it.</param>
/// <param name="Published">When it was published.</param>
internal sealed record FeedEntry(Uri? Link, string? Title, string? Byline, DateTimeOffset? Published);
