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
    private const string BesideArticles = ".tests.yaml";
    private const string BesidePrompts = "tests";

    /// <summary>Reads all files there are, or those that are named.</summary>
    /// <param name="named">Files, and folders of files; none means all that stand beside prompts and articles.</param>
    /// <exception cref="CasesException">Files cannot be used; it names all that is wrong with them.</exception>
    public ImmutableArray<Case> Read(ImmutableArray<string> named)
    {
        var problems = ImmutableArray.CreateBuilder<CaseProblem>();
        var cases = ImmutableArray.CreateBuilder<Case>();
        foreach (var path in named.IsEmpty ? All() : [.. named.SelectMany(each => Named(each, problems)).Distinct()])
        {
            var (read, wrong) = CaseFile.Read(path, NameOf(path), PromptOf(path));
            cases.AddRange(read);
            problems.AddRange(wrong);
        }

        return problems.Count == 0 ? cases.ToImmutable() : throw new CasesException(problems.ToImmutable());
    }

    /// <summary>Complains of cases that ask articles which are not there.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="articles">The articles.</param>
    /// <param name="editor">Whether drafts and withdrawn articles may be asked.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="CasesException">There are such cases; it names each.</exception>
    public static void Check(ImmutableArray<Case> cases, IReadOnlyDictionary<string, IndexedArticle> articles, bool editor, DateTimeOffset now)
    {
        var problems = from each in cases
                       where each.Question.Article is { } slug && !(articles.TryGetValue(slug, out var known) && (editor || known.Article.IsPublicAt(now)))
                       select Unknown(each, articles);
        if (problems.ToImmutableArray() is { IsEmpty: false } found)
        {
            throw new CasesException(found);
        }
    }

    private static CaseProblem Unknown(Case asking, IReadOnlyDictionary<string, IndexedArticle> articles)
    {
        var slug = asking.Question.Article!;
        var (message, cure) = articles.ContainsKey(slug)
            ? ($"The article '{slug}' is not public.", "Publish it, or add --editor to test it before.")
            : ($"There is no article '{slug}'.", Slugs.Closest(slug, articles.Keys) is { } closest ? $"Did you mean '{closest}'?" : "'Bot.Cli passages' lists them.");
        return new(asking.File, asking.Line, message, cure);
    }

    private IEnumerable<string> All() => Directory.Exists(prompts)
        ? [.. Directory.EnumerateDirectories(prompts).Select(prompt => Path.Combine(prompt, BesidePrompts)).Where(Directory.Exists).SelectMany(Yaml).Order(StringComparer.Ordinal), .. InKnowledge()]
        : InKnowledge();

    private IEnumerable<string> InKnowledge() => Directory.Exists(knowledge)
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

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private string? PromptOf(string path)
    {
        var parts = Path.GetRelativePath(prompts, path).Split(Path.DirectorySeparatorChar);
        return parts is [var prompt, BesidePrompts, ..] && prompt != ".." ? prompt : null;
    }
}
