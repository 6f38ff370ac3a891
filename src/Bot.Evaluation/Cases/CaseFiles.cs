using System.Collections.Immutable;
using Bot.Evaluation.Cases.Reading;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Evaluation.Cases;

/// <summary>Finds and reads the files of cases: <c>prompts/NAME/tests/*.yaml</c> and <c>knowledge/*.tests.yaml</c>.</summary>
/// <param name="folder">The folder that file names are told from.</param>
/// <param name="prompts">The folder of prompts.</param>
/// <param name="knowledge">The folder of articles, or one file of them.</param>
public sealed class CaseFiles(string folder, string prompts, string knowledge)
{
    internal const string BesideArticles = ".tests.yaml";
    private const string BesidePrompts = "tests";

    /// <summary>Reads all files there are, or those that are named.</summary>
    /// <param name="named">Files, and folders of files; none means all that stand beside prompts and articles.</param>
    /// <param name="check">Looks at each case besides, such as <see cref="UnknownArticle"/>.</param>
    /// <exception cref="CasesException">Files cannot be used; it names all that is wrong with them.</exception>
    public ImmutableArray<Case> Read(ImmutableArray<string> named, Func<Case, CaseProblem?> check)
    {
        var problems = ImmutableArray.CreateBuilder<CaseProblem>();
        var cases = ImmutableArray.CreateBuilder<Case>();
        foreach (var path in named.IsEmpty ? Paths(prompts, knowledge) : [.. named.SelectMany(each => Named(each, problems)).Distinct()])
        {
            var (read, wrong) = CaseFile.Read(path, NameOf(folder, path), PromptOf(prompts, path));
            cases.AddRange(read);
            problems.AddRange(wrong);
            problems.AddRange(read.Select(check).OfType<CaseProblem>());
        }

        return problems.Count == 0 ? cases.ToImmutable() : throw new CasesException(problems.ToImmutable());
    }

    /// <summary>What is wrong with a case that asks an article which is not there, or not public; <see langword="null"/> when nothing is.</summary>
    /// <param name="asking">The case.</param>
    /// <param name="articles">The articles.</param>
    /// <param name="editor">Whether drafts and withdrawn articles may be asked.</param>
    /// <param name="now">The moment.</param>
    public static CaseProblem? UnknownArticle(Case asking, IReadOnlyDictionary<string, IndexedArticle> articles, bool editor, DateTimeOffset now)
    {
        if (asking.Question.Article is not { } slug)
        {
            return null;
        }

        if (!articles.TryGetValue(slug, out var known))
        {
            return new(asking.File, asking.Line, $"There is no article '{slug}'.", Slugs.Closest(slug, articles.Keys) is { } closest ? $"Did you mean '{closest}'?" : "'Bot.Cli passages' lists them.");
        }

        return editor || known.Article.IsPublicAt(now) ? null : new(asking.File, asking.Line, $"The article '{slug}' is not public.", "Publish it, or add --editor to test it before.");
    }

    /// <summary>All files there are.</summary>
    internal static IEnumerable<string> Paths(string prompts, string knowledge) => Directory.Exists(prompts)
        ? [.. Directory.EnumerateDirectories(prompts).Select(prompt => Path.Combine(prompt, BesidePrompts)).Where(Directory.Exists).SelectMany(Yaml).Order(StringComparer.Ordinal), .. InKnowledge(knowledge)]
        : InKnowledge(knowledge);

    private static IEnumerable<string> InKnowledge(string knowledge) => Directory.Exists(knowledge)
        ? Directory.EnumerateFiles(knowledge, $"*{BesideArticles}", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];

    private string[] Named(string name, ImmutableArray<CaseProblem>.Builder problems)
    {
        var path = Path.GetFullPath(name, folder);
        if (File.Exists(path))
        {
            return [path];
        }

        if (Directory.Exists(path) && Yaml(path) is { Length: > 0 } files)
        {
            return files;
        }

        problems.Add(new(name, null, "There is no such file of cases, nor a folder with any.", "Name a .yaml file, or a folder of them; without a name all are run."));
        return [];
    }

    private static string[] Yaml(string path) => [.. Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal)];

    /// <summary>A file as people are told of it.</summary>
    internal static string NameOf(string folder, string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The prompt beside whose files a file stands; <see langword="null"/> when it does not.</summary>
    internal static string? PromptOf(string prompts, string path)
    {
        var parts = Path.GetRelativePath(prompts, path).Split(Path.DirectorySeparatorChar);
        return parts is [var prompt, BesidePrompts, ..] && prompt != ".." ? prompt : null;
    }
}
