using System.Collections.Immutable;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;

namespace Bot.Knowledge.Serving;

/// <summary>The files of the knowledge folder as they were read last.</summary>
/// <param name="Files">By path.</param>
/// <param name="Problems">What is wrong with the folder itself.</param>
internal sealed record KnownFolder(ImmutableSortedDictionary<string, KnownFile> Files, ImmutableArray<ArticleProblem> Problems)
{
    /// <summary>Before anything is read.</summary>
    public static KnownFolder Empty { get; } = new(ImmutableSortedDictionary.Create<string, KnownFile>(StringComparer.Ordinal), []);

    /// <summary>Lists the folder and reads the files that are new or changed, several at once.</summary>
    public KnownFolder Refresh(string path, FileLoader loader, CancellationToken cancellationToken)
    {
        var listing = ArticleFolder.List(path);
        if (!Path.Exists(path))
        {
            // A folder that is being replaced or remounted is no order to forget everything.
            return this with { Problems = listing.Problems };
        }

        var files = new KnownFile[listing.Files.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.For(0, files.Length, options, at =>
            files[at] = loader.Load(listing.Root, listing.Files[at], Files.GetValueOrDefault(listing.Files[at]), cancellationToken));
        return new(files.ToImmutableSortedDictionary(file => file.Path, file => file, StringComparer.Ordinal), listing.Problems);
    }
}
