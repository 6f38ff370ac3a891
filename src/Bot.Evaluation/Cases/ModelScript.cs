using System.Collections.Immutable;
using Bot.Evaluation.Cases.Reading;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases;

/// <summary>A file of what a scripted model says to cases.</summary>
/// <param name="Name">What the model is called in reports: the file's name without its extension.</param>
/// <param name="Replies">Its lines.</param>
public sealed record ModelScript(string Name, ImmutableArray<ScriptedReply> Replies)
{
    /// <summary>Reads a script: a list of <c>reply</c> with <c>case</c>, <c>when</c> and <c>prompt</c>.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="name">The file as people are told of it.</param>
    /// <exception cref="CasesException">It cannot be used; the exception names all that is wrong with it.</exception>
    public static ModelScript Read(string path, string name)
    {
        var problems = new ProblemList(name);
        var root = YamlFile.Load(path, problems);
        if (root is not YamlSequenceNode && problems.Count == 0)
        {
            problems.Add(root is null ? null : (int)root.Start.Line, "It is no list of replies.", "Write '- case: NAME' with 'reply: …' below it.");
        }

        var replies = problems.Count > 0 ? [] : ReplyReader.Read(root!, CaseField.Reply, CaseField.OfScriptLine, new ValueReader(Row.None, problems));
        return problems.Count == 0 ? new(Path.GetFileNameWithoutExtension(path), replies) : throw new CasesException(problems.ToImmutable());
    }

    /// <summary>What it says to a case; none means that the case is not in it.</summary>
    public ImmutableArray<ScriptedReply> For(Case asked) =>
        [.. Replies.Where(reply => reply.Case == asked.Name), .. Replies.Where(reply => reply.Case is null)];
}
