using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Answering.Answers;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Rendering;
using Bot.Conversations.Channels;
using CsCheck;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.BotFramework.Tests.Rendering;

/// <summary>Whatever stands in articles, questions and models' replies: it is shown as it is, and the numbers agree with the record.</summary>
public sealed partial class UntrustedTextTests
{
    // More than Teams and Web Chat know.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAlertBlocks().UseAbbreviations().UseCustomContainers().UseDefinitionLists().UseEmphasisExtras().UseFigures().UseFooters().UseFootnotes()
        .UseGridTables().UseMathematics().UseMediaLinks().UsePipeTables().UseTaskLists().UseDiagrams().UseAutoLinks().UseGenericAttributes()
        .Build();

    [Fact]
    public void Ten_thousand_random_answers_keep_every_limit_and_stay_text_in_both_forms() =>
        Gen.Select(RandomAnswers.All, Gen.Bool).Sample(
            (answer, linked) =>
            {
                var links = linked ? Some.Links : Some.NoLinks;
                Check(answer, ActivityForm.Teams, links);
                Check(answer, ActivityForm.WebChat, links);
            },
            iter: 10_000,
            print: drawn => $"{JsonSerializer.Serialize<object>(drawn.Item1)}, {(drawn.Item2 ? "with" : "without")} links");

    private static void Check(Answer answer, ActivityForm form, Links links)
    {
        var activity = AnswerActivities.Of(new Said.Reply(answer), form, links, Some.Turn, "en");
        Assert.True(AnswerActivities.SizeOf(activity) < 80 * 1024, "too large");
        Assert.True(activity.Entities is null or { Count: 1 }, "one entity");
        var entity = activity.Entities is { } entities ? entities[0] : default;
        CheckButtons(activity);
        CheckCitations(answer, entity, form, links);
        CheckText(answer, activity, form, links);
        Assert.Equal(answer.Making.Engine != Making.Extractive, entity.ValueKind == JsonValueKind.Object && entity.TryGetProperty("additionalType", out _));
        foreach (var card in activity.Attachments ?? [])
        {
            Assert.DoesNotContain("\"TextBlock\"", card.Content!.Value.GetRawText(), StringComparison.Ordinal);
        }
    }

    private static void CheckButtons(Activity activity)
    {
        var actions = activity.SuggestedActions?.Actions ?? [];
        Assert.True(actions.Count <= 3 && actions.All(action => action is { Type: "imBack", Title.Length: > 0 and <= 100 }), "buttons");
    }

    private static void CheckCitations(Answer answer, JsonElement entity, ActivityForm form, Links links)
    {
        if (entity.ValueKind != JsonValueKind.Object || !entity.TryGetProperty("citation", out var citations))
        {
            return;
        }

        Assert.InRange(citations.GetArrayLength(), 1, 20);
        var all = answer.Citations.ToLookup(recorded => recorded.Number);
        foreach (var citation in citations.EnumerateArray())
        {
            var position = citation.GetProperty("position");
            var number = form == ActivityForm.Teams ? position.GetInt32() : int.Parse(position.GetString()!, CultureInfo.InvariantCulture);
            var cited = all[number].Single();
            var appearance = citation.GetProperty("appearance");
            Assert.InRange(appearance.GetProperty("name").GetString()!.Length, 1, 80);
            Assert.InRange(appearance.GetProperty("abstract").GetString()!.Length, 1, 160);
            Assert.True(!appearance.TryGetProperty("url", out var url) || url.GetString() == links.Of(cited), "url");
            Assert.StartsWith(PlainText.Of(cited.Quote, 160), appearance.GetProperty("abstract").GetString()!, StringComparison.Ordinal);
        }
    }

    private static void CheckText(Answer answer, Activity activity, ActivityForm form, Links links)
    {
        var text = activity.Text!;
        Assert.False(text.AsSpan().ContainsAny('<', '>'), "a tag's sign");
        var document = Markdown.Parse(text, Pipeline);
        HashSet<string> addresses = ["", .. answer.Citations.SelectMany(citation => new[] { links.Of(citation) ?? "", $"cite:{citation.Number}" })];
        foreach (var node in document.Descendants())
        {
            var expected = node switch
            {
                ParagraphBlock or LiteralInline or LineBreakInline or HtmlEntityInline => true,
                EmphasisInline emphasis => emphasis.Parent?.ParentBlock is ParagraphBlock
                    && ((emphasis.PreviousSibling is null && emphasis.NextSibling is null) || (Highlighted.In(answer) is { } first && Comparable(Shown(emphasis)) == Comparable(PlainText.Of(first.Words)))),
                ListBlock list => answer is Answer.Conflicting or Answer.NotStated && list.BulletType == '-' && list.Parent is MarkdownDocument,
                ListItemBlock => true,
                LinkInline link => form == ActivityForm.WebChat && link is { IsImage: false, IsAutoLink: false } && addresses.Contains(link.Url ?? ""),
                LinkReferenceDefinitionGroup or LinkReferenceDefinition => form == ActivityForm.WebChat,
                _ => node.GetType() == typeof(ContainerInline),
            };
            if (!expected)
            {
                Assert.Fail($"{node.GetType().Name} in {JsonSerializer.Serialize(text)}");
            }
        }

        CheckNumbers(answer, Shown(document), text);
    }

    private static void CheckNumbers(Answer answer, string shown, string text)
    {
        var claims = answer switch
        {
            Answer.Answered answered => answered.Claims,
            Answer.Conflicting conflicting => conflicting.Sides,
            _ => [],
        };
        var recorded = claims.SelectMany(claim => claim.Citations).Select(citation => $"[{citation.Number}]").ToArray();
        var told = Number().Matches(shown).Select(match => match.Value).ToArray();
        if (!told.SequenceEqual(recorded.Take(told.Length)))
        {
            Assert.Fail($"{string.Join("", told)} of {string.Join("", recorded)} in {JsonSerializer.Serialize(text)}");
        }

        Assert.True(claims.IsEmpty || told.Length > 0, "no number");
        if (claims.Length > 0 && claims.All(claim => claim.Text.Length < 100))
        {
            var words = Comparable(shown);
            Assert.All(claims, claim => Assert.Contains(Comparable(PlainText.Of(claim.Text)), words, StringComparison.Ordinal));
        }
    }

    private static string Comparable(string text) => string.Concat(text.Where(sign => sign != '\u2060' && !char.IsWhiteSpace(sign)));

    private static string Shown(MarkdownDocument document) =>
        string.Join('\n', document.Descendants<ParagraphBlock>().Select(paragraph => string.Concat(paragraph.Inline!.Descendants<Inline>().Select(Shown))));

    private static string Shown(EmphasisInline emphasis) => string.Concat(emphasis.Descendants<Inline>().Select(Shown));

    private static string Shown(Inline inline) => inline switch
    {
        LiteralInline { Parent: LinkInline } literal => $"[{literal.Content}]",
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => "\n",
        _ => "",
    };

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
