using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Reading.Formats;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Reading;

/// <summary>
/// Reads files into articles. What cannot be read becomes a problem that names file, line and cure; nothing but cancellation is
/// thrown, whatever the file holds, and nothing is fetched from anywhere.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="guessLanguage">Guesses the language of a text that names none; <see langword="null"/> when unsure.</param>
public sealed class ArticleReader(IOptions<KnowledgeOptions> options, Func<string, string?>? guessLanguage = null)
{
    private readonly Func<string, string?> _guessLanguage = guessLanguage ?? (_ => null);

    /// <summary>Reads one file: <c>.md</c>, <c>.txt</c>, <c>.html</c>, <c>.htm</c> or <c>.jsonl</c>.</summary>
    /// <param name="root">The knowledge folder; the file's slug is its path below it.</param>
    /// <param name="path">The file, below <paramref name="root"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> asked for it.</exception>
    public ArticleFile Read(string root, string path, CancellationToken cancellationToken) =>
        Read(ArticleFolder.NameOf(root, path), format => Load(root, path, format), cancellationToken);

    /// <summary>Reads what would be a file.</summary>
    internal ArticleFile Read(ArticleSource source, CancellationToken cancellationToken) => Read(source.File, _ => source, cancellationToken);

    /// <summary>Reads all articles of a folder, or of one file.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> asked for it.</exception>
    public ArticleLibrary ReadAll(string path, CancellationToken cancellationToken)
    {
        var listing = ArticleFolder.List(path);
        var files = listing.Files.Select(file => Read(listing.Root, file, cancellationToken)).ToImmutableArray();
        var library = ArticleLibrary.Of(files, options.Value);
        return library with { Problems = [.. listing.Problems, .. library.Problems] };
    }

    private static ArticleSource Load(string root, string path, IArticleFormat format)
    {
        ArticleFolder.RefuseLinksOut(root, path);
        return ArticleSource.Load(ArticleFolder.NameOf(root, path), path, format.MaxBytes);
    }

    private ArticleFile Read(string file, Func<IArticleFormat, ArticleSource> load, CancellationToken cancellationToken)
    {
        var problems = new ProblemList(file);
        var articles = ImmutableArray.CreateBuilder<Article>();
        try
        {
            var format = ArticleFormats.Of(file, options.Value);
            foreach (var draft in format.Read(load(format), problems, cancellationToken))
            {
                articles.Add(draft.ToArticle(_guessLanguage, options.Value.DefaultLanguage));
            }
        }
        catch (UnreadableException error)
        {
            problems.Add(error);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            problems.Add(null, $"It could not be read: {error.Message}", "Check its form, or leave the file out.");
        }

        return new(file, articles.ToImmutable(), problems.ToImmutable());
    }
}
