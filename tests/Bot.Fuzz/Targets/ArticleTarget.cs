using Bot.Fuzz.Running;
using Bot.Knowledge;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;
using Microsoft.Extensions.Options;

namespace Bot.Fuzz.Targets;

/// <summary>The reader of articles, for one kind of file; front matter is mutated with the Markdown it stands before.</summary>
internal sealed class ArticleTarget(string name, string extension, IReadOnlyList<byte[]> seeds, IReadOnlyList<string> words) : IFuzzTarget
{
    private readonly ArticleReader _reader = Reader();

    public string Name => name;

    public string Promise => "Articles or problems that name the cure, never a raw exception; blocks, inlines, passages and sentences stand where they say.";

    public IReadOnlyList<byte[]> Seeds => seeds;

    public IReadOnlyList<string> Words => words;

    public static ArticleReader Reader() => new(Options.Create(new KnowledgeOptions()), LanguageGuess.Of);

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        var file = _reader.Read(new ArticleSource("a" + extension, input), cancellationToken);
        ArticlePromises.Hold(file);
        foreach (var article in file.Articles)
        {
            ArticlePromises.Hold(article);
        }

        var kinds = file.Articles.SelectMany(article => article.Blocks).GroupBy(block => block.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key}{Texts.Size(kind.Count())}");
        return new($"{file.Articles.Length} {string.Join(',', kinds)} {Texts.Size(file.Articles.Sum(article => article.Inlines.Length))} {string.Join('|', file.Problems.Select(problem => Texts.Bare(problem.Message)).Distinct().Take(4))}");
    }
}
