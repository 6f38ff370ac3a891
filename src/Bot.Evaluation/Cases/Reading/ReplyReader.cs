using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>Reads what a scripted model says: words, or a list of words and of <c>reply</c> with <c>when</c> and <c>prompt</c>.</summary>
internal static class ReplyReader
{
    /// <summary>The replies of a case, or the lines of a script.</summary>
    /// <param name="node">What was written.</param>
    /// <param name="field">The field it was written for.</param>
    /// <param name="fields">The fields that an entry may have.</param>
    /// <param name="values">Reads values.</param>
    public static ImmutableArray<ScriptedReply> Read(YamlNode node, CaseField field, ImmutableArray<CaseField> fields, ValueReader values)
    {
        if (node is YamlSequenceNode { Children.Count: > 0 } list)
        {
            return [.. list.Children.SelectMany(each => Entry(each, field, fields, values) is { } reply ? (ScriptedReply[])[reply] : [])];
        }

        return Entry(node, field, fields, values) is { } single ? [single] : [];
    }

    private static ScriptedReply? Entry(YamlNode node, CaseField field, ImmutableArray<CaseField> fields, ValueReader values)
    {
        if (node is not YamlMappingNode)
        {
            return values.One(field.Name, ValueForm.Text, node) is { } words ? new(words) : null;
        }

        if (YamlObject.Of(node, YamlObject.Names(fields), "A reply", values) is not { } entry)
        {
            return null;
        }

        if (entry[CaseField.Reply] is null)
        {
            values.Problems.Add(node, $"A reply has no '{CaseField.Reply.Name}'.", "Write the words the model says there.");
        }

        return entry.One(CaseField.Reply) is { } text
            ? new(text) { When = entry.One(CaseField.When), Case = entry.One(CaseField.Case), Prompt = entry.One(CaseField.Prompt) ?? "answer" }
            : null;
    }
}
