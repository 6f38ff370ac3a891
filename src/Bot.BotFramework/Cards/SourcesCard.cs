using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Answering.Answers;
using Bot.Answering.Resources;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Resources;

namespace Bot.BotFramework.Cards;

/// <summary>What of a long answer stands below its message: the rest of its sentences, and all its sources.</summary>
internal static class SourcesCard
{
    private const string Rest = "rest";
    private const string Sources = "sources";

    /// <summary>The card.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="rest">Its sentences that are not in the message.</param>
    /// <param name="limit">The most characters of all of it.</param>
    /// <param name="link">Where cited words are seen.</param>
    public static Attachment Of(Answer answer, ImmutableArray<Claim> rest, int limit, Func<Citation, string?> link)
    {
        var left = limit;
        JsonNode[] sentences = [.. Fitting(rest, claim => Line($"{claim.Text} {Marks(claim)}", null), ref left)];
        JsonNode[] sources = [.. Fitting(answer.Citations, citation => Source(citation, link(citation)), ref left)];
        var body = new List<JsonNode>();
        var actions = new List<JsonNode>();
        Hide(Rest, ChannelWords.Of("More", answer.Language), sentences);
        Hide(Sources, Wording.Of("Sources", answer.Language), sources);
        return Card.Of(body, actions);

        void Hide(string id, string title, JsonNode[] items)
        {
            if (items.Length > 0)
            {
                body.Add(Card.Hidden(id, items));
                actions.Add(Card.Toggle(title, id));
            }
        }
    }

    private static List<JsonNode> Fitting<T>(ImmutableArray<T> things, Func<T, JsonNode> make, ref int left)
    {
        var made = new List<JsonNode>();
        foreach (var thing in things)
        {
            var node = make(thing);
            left -= node.ToJsonString().Length;
            if (left < 0)
            {
                break;
            }

            made.Add(node);
        }

        return made;
    }

    private static JsonObject Source(Citation citation, string? address) => Card.Text(
        Card.Run(string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] ")),
        Card.Run(CitationEntity.TitleOf(citation), address, bold: true),
        Card.Run($" “{PlainText.Of(citation.Quote, AnswerShape.Abstract)}”"));

    private static JsonObject Line(string words, string? address) => Card.Text(Card.Run(words, address));

    private static string Marks(Claim claim) =>
        string.Concat(claim.Citations.Select(citation => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]")));
}
