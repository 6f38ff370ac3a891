using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Conversations.Channels;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using CsCheck;

namespace Bot.Discord.Tests.Rendering;

/// <summary>Whatever stands in articles, questions and models' replies: it is shown as it is, within every limit, and the numbers agree with the record.</summary>
public sealed class UntrustedTextTests
{
    [Fact]
    public void Ten_thousand_random_answers_keep_every_limit_and_stay_text() =>
        Gen.Select(RandomAnswers.All, Gen.Bool).Sample((answer, linked) => Check(answer, linked ? Some.Links : Some.NoLinks), iter: 10_000);

    private static void Check(Answer answer, Links links)
    {
        var messages = All(answer, links);
        var shown = new ShownText();
        foreach (var message in messages)
        {
            CheckMessage(message);
            shown.Read(message.Content);
        }

        HashSet<string> known = [.. answer.Citations.Select(links.Of).OfType<string>(), .. answer.Citations.Select(citation => Links.SourceOf(citation.Article)).OfType<string>()];
        Assert.All(shown.Addresses, address => Assert.Contains(address, known));
        CheckClaims(answer, shown);
        Assert.Equal(
            answer.Citations.Select(citation => citation.Number),
            messages.SelectMany(message => Ids(message)).Where(id => id.Action == ButtonAction.Source).Select(id => id.Number).Order());
    }

    // As a reader gets them who presses "more" until there is no more.
    private static List<Message> All(Answer answer, Links links)
    {
        List<Message> messages = [];
        for (int? from = 0; from is { } begin;)
        {
            var next = AnswerMessages.Of(answer, links, Some.Turn, begin, isPrivate: begin > 0);
            Assert.InRange(next.Count, 1, AnswerMessages.Most);
            messages.AddRange(next);
            Assert.All(next.SkipLast(1), message => Assert.All(Ids(message), id => Assert.Equal(ButtonAction.Source, id.Action)));
            from = Ids(next[^1]).SingleOrDefault(id => id.Action == ButtonAction.More)?.Number;
            Assert.True(from is null || from == messages.Count, "the rest begins elsewhere");
        }

        return messages;
    }

    private static void CheckMessage(Message message)
    {
        Assert.InRange(message.Content.Length, 1, 2000);
        Assert.Equal(message.Content.Trim(), message.Content);
        Assert.True(IsWhole(message.Content), "half a sign");
        Assert.InRange(message.Components.Count, 0, 5);
        Assert.All(message.Components, row => Assert.InRange(row.Components.Count, 1, 5));
        var buttons = message.Components.SelectMany(row => row.Components).ToArray();
        Assert.All(buttons, button => Assert.True(button.CustomId.Length <= 100 && (button.Label is { Length: > 0 and <= 80 } || button.Emoji is not null), "button"));
        Assert.Distinct(buttons.Select(button => button.CustomId));
        var json = JsonSerializer.SerializeToElement(message, DiscordJson.Default.Message);
        Assert.Equal("""{"parse":[]}""", json.GetProperty("allowed_mentions").GetRawText());
    }

    private static void CheckClaims(Answer answer, ShownText shown)
    {
        var claims = answer switch
        {
            Answer.Answered answered => answered.Claims,
            Answer.Conflicting conflicting => conflicting.Sides,
            _ => [],
        };
        var said = string.Concat(claims.Select(claim => (PlainText.Of(claim.Text) is { Length: > 0 } words ? words : "…") + string.Concat(claim.Citations.Select(citation => $"[{citation.Number}]"))));
        Assert.Contains(ShownText.Comparable(said), shown.Words, StringComparison.Ordinal);
        Assert.Equal(claims.SelectMany(claim => claim.Citations).Select(citation => citation.Number).Concat(answer.Citations.Select(citation => citation.Number)), shown.Numbers);
    }

    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !char.IsSurrogatePair(text, at++))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<CustomId> Ids(Message message) =>
        message.Components.SelectMany(row => row.Components).Select(button => CustomId.TryParse(button.CustomId, out var id) ? id : throw new InvalidOperationException($"'{button.CustomId}' is not read back."));
}
