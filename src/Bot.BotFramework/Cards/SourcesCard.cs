using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Answering.Answers;
using Bot.Answering.Resources;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Rendering;
using Bot.BotFramework.Resources;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Cards;

/// <summary>What of a long answer stands below its message: the rest of its sentences, and all its sources.</summary>
internal static class SourcesCard
{
    private const string Rest = "rest";
    private const string Sources = "sources";
    private const double SourcesShare = 2.0 / 3;

    /// <summary>The card.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="rest">Its sentences that are not in the message.</param>
    /// <param name="limit">The most characters of all of it.</param>
    /// <param name="link">Where cited words are seen.</param>
    /// <returns>It, and how many of the sentences are in it.</returns>
    public static (Attachment Card, int Sentences) Of(Answer answer, ImmutableArray<Claim> rest, int limit, Func<Citation, string?> link)
    {
        // Every source before any sentence: what is said without its source is not worth the room.
        var sources = Sourced(answer.Citations, rest.IsEmpty ? limit : (int)(limit * SourcesShare), link);
        var left = limit - LengthOf(sources);
        JsonNode[] sentences = [.. Fitting(rest, claim => Line($"{claim.Text} {Marks(claim)}", null), ref left)];
        var body = new List<JsonNode>();
        var actions = new List<JsonNode>();
        Hide(Rest, ChannelWords.Of("More", answer.Language), sentences);
        Hide(Sources, Wording.Of("Sources", answer.Language), sources);
        return (Card.Of(body, actions), sentences.Length);

        void Hide(string id, string title, JsonNode[] items)
        {
            if (items.Length > 0)
            {
                body.Add(Card.Hidden(id, items));
                actions.Add(Card.Toggle(title, id));
            }
        }
    }

    // With whole quotes if they fit, else with shorter ones, else by name alone.
    private static JsonNode[] Sourced(ImmutableArray<Citation> citations, int most, Func<Citation, string?> link)
    {
        foreach (var words in (int[])[AnswerShape.Abstract, AnswerShape.Abstract / 2, 0])
        {
            JsonNode[] sources = [.. citations.Select(citation => Source(citation, link(citation), words))];
            if (LengthOf(sources) <= most)
            {
                return sources;
            }
        }

        return [.. Fitting(citations, citation => Source(citation, null, 0), ref most)];
    }

    private static int LengthOf(IEnumerable<JsonNode> nodes) => nodes.Sum(node => node.ToJsonString().Length);

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

    private static JsonObject Source(Citation citation, string? address, int words)
    {
        JsonObject number = Card.Run(string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] "));
        JsonObject title = Card.Run(CitationEntity.TitleOf(citation), address, bold: true);
        return words == 0 ? Card.Text(number, title) : Card.Text(number, title, Card.Run($" “{PlainText.Of(citation.Quote, words)}”"));
    }

    private static JsonObject Line(string words, string? address) => Card.Text(Card.Run(words, address));

    private static string Marks(Claim claim) =>
        string.Concat(claim.Citations.Select(citation => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]")));
}
