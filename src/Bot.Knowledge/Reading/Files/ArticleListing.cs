using System.Collections.Immutable;

namespace Bot.Knowledge.Reading.Files;

/// <summary>The files of a knowledge folder that may hold articles.</summary>
/// <param name="Root">The folder; of a single file, the folder it stands in.</param>
/// <param name="Files">Their paths, in ordinal order.</param>
/// <param name="Problems">What was refused, and folders that cannot be opened.</param>
public sealed record ArticleListing(string Root, ImmutableArray<string> Files, ImmutableArray<ArticleProblem> Problems);
