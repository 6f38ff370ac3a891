using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Evaluation.Cases.Reading;

namespace Bot.Evaluation.Cases;

/// <summary>Adds cases to the files beside prompts and articles. What stands in a file is never lost: a case is put behind it.</summary>
/// <param name="folder">The folder that file names are told from.</param>
/// <param name="prompts">The folder of prompts.</param>
/// <param name="knowledge">The folder of articles.</param>
public sealed partial class CaseShelf(string folder, string prompts, string knowledge)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The files there are, as people are told of them.</summary>
    public ImmutableArray<string> Files => [.. CaseFiles.Paths(prompts, knowledge).Select(path => CaseFiles.NameOf(folder, path))];

    /// <summary>The file for an article's cases, whether it is there yet or not.</summary>
    public string FileOf(string slug) => CaseFiles.NameOf(folder, Path.Combine(knowledge, slug + CaseFiles.BesideArticles));

    /// <summary>Puts cases behind those of a file, or into a new file.</summary>
    /// <param name="file">The file, as <see cref="Files"/> has it.</param>
    /// <param name="yaml">A list of cases.</param>
    /// <exception cref="CasesException">Nothing was written, and why.</exception>
    public void Add(string file, string yaml)
    {
        var path = Path.GetFullPath(file, folder);
        if (!IsForCases(path))
        {
            throw Refused(file, "Cases stand beside articles and prompts.", $"Name a file like '{CaseFiles.NameOf(folder, Path.Combine(knowledge, "NAME" + CaseFiles.BesideArticles))}'.");
        }

        var before = File.Exists(path) ? File.ReadAllText(path) : null;
        var made = path + ".new";
        try
        {
            File.WriteAllText(made, before is null ? yaml : $"{before.TrimEnd()}\n\n{Indented(yaml, before)}", Utf8);
            var (cases, problems) = CaseFile.Read(made, file, prompt: null);
            if (!problems.IsEmpty || cases.IsEmpty)
            {
                throw new CasesException(problems);
            }

            if (before is not null && File.ReadAllText(path) != before)
            {
                throw Refused(file, "It was changed meanwhile.", "Save again.");
            }

            File.Move(made, path, overwrite: before is not null);
        }
        catch (IOException error)
        {
            throw Refused(file, $"It cannot be written: {error.Message}", "Check the folder and its permissions.");
        }
        finally
        {
            File.Delete(made);
        }
    }

    // Where a file has 'defaults', its list stands below 'cases'.
    private static string Indented(string yaml, string before) => ListBelowCases.Match(before) is { Success: true } list
        ? string.Join('\n', yaml.Split('\n').Select(line => line.Length == 0 ? line : list.Groups["indent"].Value + line))
        : yaml;

    private bool IsForCases(string path) =>
        (IsIn(knowledge, path) && path.EndsWith(CaseFiles.BesideArticles, StringComparison.Ordinal) && Path.GetFileName(path).Length > CaseFiles.BesideArticles.Length)
        || (path.EndsWith(".yaml", StringComparison.Ordinal) && CaseFiles.PromptOf(prompts, path) is not null);

    private static bool IsIn(string folder, string path) => Path.GetDirectoryName(path) is { } parent && Directory.Exists(parent)
        && (parent == Path.GetFullPath(folder) || parent.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    [GeneratedRegex(@"^cases:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?<indent> *)- ", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ListBelowCases { get; }

    private static CasesException Refused(string file, string message, string cure) => new([new CaseProblem(file, null, message, cure)]);
}
