using System.Collections.Immutable;
using Bot.Answering.Questions;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>Reads earlier turns: a list of <c>user: …</c> and <c>agent: …</c>.</summary>
internal static class HistoryReader
{
    public const string Reader = "user";
    public const string Answerer = "agent";

    public static ImmutableArray<Turn> Read(YamlNode node, ValueReader values)
    {
        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            values.Problems.Add(node, $"'{CaseField.History.Name}' is no list of turns.", $"Write them one a line, oldest first: '- {Reader}: …', '- {Answerer}: …'.");
            return [];
        }

        return [.. list.Children.SelectMany(each => Turns(each, values))];
    }

    private static IEnumerable<Turn> Turns(YamlNode node, ValueReader values)
    {
        if (YamlObject.Of(node, [Reader, Answerer], "A turn", values) is not { } turn)
        {
            yield break;
        }

        foreach (var (name, value) in turn.Fields)
        {
            if (values.One(name, ValueForm.Text, value) is { } words)
            {
                yield return new(name == Reader ? TurnRole.Reader : TurnRole.Bot, words);
            }
        }
    }
}
