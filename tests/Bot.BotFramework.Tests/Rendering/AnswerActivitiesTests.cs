using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Rendering;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Tests.Rendering;

public sealed class AnswerActivitiesTests
{
    [Fact]
    public void Says_an_answer_in_Teams_with_numbers_in_the_text_and_citations_in_one_entity()
    {
        var activity = Teams(Some.Answered(engine: "model"));

        Assert.Equal("The dam broke on Monday. [1]", activity.Text);
        var entity = Assert.Single(activity.Entities!);
        Assert.Equal(
            """{"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org","@id":"","additionalType":["AIGeneratedContent"],"citation":[{"@type":"Claim","position":1,"appearance":{"@type":"DigitalDocument","name":"The dam","url":"https://bot.example.org/b/c/0000000000000001","abstract":"The dam broke on Monday."}}]}""",
            entity.GetRawText());
        Assert.Equal("""{"feedbackLoop":{"type":"default"}}""", activity.ChannelData!.Value.GetRawText());
        Assert.Equal("What is this article about?", Assert.Single(activity.SuggestedActions!.Actions!).Title);
    }

    [Fact]
    public void Says_the_same_answer_in_Web_Chat_with_link_definitions_and_thumbs()
    {
        var activity = WebChat(Some.Answered(engine: "model"));

        Assert.Equal("The dam broke on Monday. [1]\n\n*An AI wrote this from the sources; check them.*\n\n[1]: https://bot.example.org/b/c/0000000000000001 \"The dam\"", activity.Text);
        var entity = Assert.Single(activity.Entities!);
        Assert.Equal("AIGeneratedContent", entity.GetProperty("keywords")[0].GetString());
        Assert.Equal("https://bot.example.org/b/c/0000000000000001", entity.GetProperty("citation")[0].GetProperty("@id").GetString());
        Assert.Equal(
            [$"urn:answer:{Some.Turn}:up", $"urn:answer:{Some.Turn}:down"],
            entity.GetProperty("potentialAction").EnumerateArray().Select(action => action.GetProperty("@id").GetString()!));
        Assert.Null(activity.ChannelData);
    }

    [Theory, InlineData(ActivityForm.Teams), InlineData(ActivityForm.WebChat)]
    internal void Says_in_words_that_no_model_wrote_a_quoted_answer(ActivityForm form)
    {
        var activity = Of(Some.Answered(), form);
        Assert.Contains("*Quoted from the articles; no AI wrote this.*", activity.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("AIGeneratedContent", ActivityJson.Text(activity), StringComparison.Ordinal);
        Assert.DoesNotContain("Quoted", Of(Some.Answered(engine: "model"), form).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cites_an_articles_own_source_when_readers_cannot_reach_our_page()
    {
        var activity = AnswerActivities.Of(new Said.Reply(Some.Answered(source: "https://news.example/a?x=1&y=(2)")), ActivityForm.WebChat, Some.NoLinks, Some.Turn, "en");
        Assert.EndsWith("[1]: https://news.example/a?x=1&amp;y=&#40;2&#41; \"The dam\"", activity.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_cited_words_themselves_in_Web_Chat_when_there_is_no_address()
    {
        var activity = AnswerActivities.Of(new Said.Reply(Some.Answered()), ActivityForm.WebChat, Some.NoLinks, Some.Turn, "en");
        Assert.EndsWith("[1]: cite:1 \"The dam\"", activity.Text, StringComparison.Ordinal);
        var claim = activity.Entities![0].GetProperty("citation")[0];
        Assert.Equal("cite:1", claim.GetProperty("@id").GetString());
        Assert.Equal("The dam broke on Monday.", claim.GetProperty("appearance").GetProperty("text").GetString());
    }

    [Fact]
    public void Never_links_to_an_address_that_a_client_would_run() =>
        Assert.DoesNotContain(
            "javascript:",
            ActivityJson.Text(AnswerActivities.Of(new Said.Reply(Some.Answered(source: "javascript:alert(1)")), ActivityForm.WebChat, Some.NoLinks, Some.Turn, "en")),
            StringComparison.Ordinal);

    [Fact]
    public void Names_what_comes_closest_and_that_it_is_no_answer()
    {
        var activity = Teams(new Answer.NotStated
        {
            Text = "“The dam” does not say.",
            Language = "en",
            Making = new(Making.Extractive),
            Closest = [new Closest(Some.Citation(0, Some.Article("The dam", "The dam is *old*.")))],
        });
        Assert.Equal("“The dam” does not say.\n\nClosest (not an answer):\n\n- “The dam is &#42;old&#42;.” (The dam)", activity.Text);
        Assert.Null(activity.Entities);
    }

    [Fact]
    public void Shows_both_sides_of_a_conflict()
    {
        var activity = Teams(new Answer.Conflicting
        {
            Text = "Five. [1] Six. [2]",
            Language = "de",
            Making = new("model"),
            Sides = [new("Five.", [Some.Citation(1, Some.Article("A", "Five."))]), new("Six.", [Some.Citation(2, Some.Article("B", "Six."))])],
        });
        Assert.Equal("Die Artikel widersprechen einander:\n\n- Five. [1]\n- Six. [2]", activity.Text!.Replace("sich", "einander", StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_the_numbers_of_a_sentence_so_that_they_are_two_links()
    {
        var article = Some.Article("The dam", "The dam broke.");
        var answer = Some.Answered(engine: "model") with { Claims = [new("Both.", [Some.Citation(1, article), Some.Citation(2, article)])] };
        Assert.StartsWith("Both. [1] [2]\n\n", WebChat(answer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_the_short_answer_first_and_says_when_it_is_unsure_or_without_its_model()
    {
        var answer = Some.Answered() with { Short = "Monday", Making = new(Making.Extractive) { Degraded = true, DegradedReason = "secret" } };
        Assert.StartsWith("Answered without the model.\n\n**Monday**\n\nThe dam", Teams(answer).Text, StringComparison.Ordinal);
        Assert.StartsWith("This may help:\n\nThe dam", Teams(Some.Answered() with { Sure = false }).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ActivityJson.Text(Teams(answer)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The dam broke on Monday.", "on Monday", "The dam broke **on Monday**. [1]")]
    [InlineData("It cost $5 million (“a lot”).", "$5 million", "It cost **&#36;5 million** (“a lot”). [1]")]
    [InlineData("Monday was the day.", "Monday", "**Monday** was the day. [1]")]
    [InlineData("In 1999 it broke.", "9", "In 1999 it broke. [1]")]
    public void Sets_the_short_answer_off_within_its_sentence(string sentence, string words, string shown)
    {
        var answer = Some.Answered(engine: "model");

        var text = Teams(answer with { Short = words, Claims = [answer.Claims[0] with { Text = sentence }] }).Text;

        Assert.Contains($"**\n\n{shown}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Moves_what_is_too_long_for_a_Teams_message_into_a_card_with_all_sources()
    {
        var article = Some.Article("The dam", "The dam broke.");
        ImmutableArray<Claim> claims = [.. Enumerable.Range(1, 30).Select(number => new Claim($"Sentence {number} {new string('x', 400)}.", [Some.Citation(number, article)]))];
        var activity = Teams(Some.Answered(engine: "model") with { Claims = claims });

        var card = Assert.Single(activity.Attachments!).Content!.Value;
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        Assert.Equal(["More", "Sources"], card.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()!));
        Assert.Contains("The answer goes on below.", activity.Text, StringComparison.Ordinal);
        Assert.Contains("Sentence 20 ", card.GetRawText(), StringComparison.Ordinal);
        Assert.InRange(AnswerActivities.SizeOf(activity), 10_000, AnswerShape.MostBytes);
    }

    [Fact]
    public void Lists_every_source_of_a_long_answer_and_says_so_when_sentences_are_left_out()
    {
        var words = new string('x', 1_500);
        ImmutableArray<Claim> claims = [.. Enumerable.Range(1, 30).Select(number => new Claim($"Sentence {number} {words}.", [Some.Citation(number, Some.Article($"Article {number} of the dam", $"Quote {number} {words}"))]))];
        var activity = Teams(Some.Answered(engine: "model") with { Claims = claims });

        var card = activity.Attachments![0].Content!.Value.GetRawText();
        Assert.All(Enumerable.Range(1, 30), number => Assert.Contains($"\"text\":\"Article {number} of the dam\"", card, StringComparison.Ordinal));
        Assert.Contains("Sentence 5 ", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Sentence 30 ", card, StringComparison.Ordinal);
        Assert.Contains("The answer goes on below.\n\nThe answer is too long to be shown whole here.", activity.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(ActivityForm.Teams), InlineData(ActivityForm.WebChat)]
    internal void Gets_plainer_from_form_to_form_until_it_is_words_alone(ActivityForm form)
    {
        var article = Some.Article("The [dam]", "The dam *broke*.");
        ImmutableArray<Claim> claims = [.. Enumerable.Range(1, 30).Select(number => new Claim($"Sentence {number} {new string('x', 400)}.", [Some.Citation(number, article)]))];
        Activity[] shapes = [.. AnswerActivities.Shapes(new Said.Reply(Some.Answered(engine: "model") with { Claims = claims }), form, Some.Links, Some.Turn, "en")];

        Assert.Equal(4, shapes.Length);
        Assert.Equal(shapes.OrderByDescending(AnswerActivities.SizeOf), shapes);
        Assert.True(shapes[^1] is { Entities: null, Attachments: null, SuggestedActions: null, ChannelData: null });
        Assert.Contains("*An AI wrote this from the sources; check them.*", shapes[^1].Text, StringComparison.Ordinal);
        Assert.Contains(
            form == ActivityForm.Teams ? "\n\n- [1] [The &#91;dam&#93;](https://bot.example.org/b/c/0000000000000001): “The dam &#42;broke&#42;.”" : "\n\n[1]: https://bot.example.org/b/c/0000000000000001 \"The &#91;dam&#93;\"",
            shapes[^1].Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE", "Das hat leider zu lange gedauert")]
    [InlineData("xx-not a locale", "Sorry, this took too long")]
    [InlineData(null, "Sorry, this took too long")]
    public void Apologises_in_the_readers_language(string? locale, string words) =>
        Assert.StartsWith(words, AnswerActivities.Of(new Said.Apology(ApologyReason.TooLate, locale), ActivityForm.Teams, Some.Links, Some.Turn, null).Text, StringComparison.Ordinal);

    [Fact]
    public void Says_a_correction_as_it_was_approved() =>
        Assert.Equal(
            "Corrected on 2026-11-22: six, not &#42;five&#42;.",
            AnswerActivities.Of(new Said.Correction("Corrected on 2026-11-22: six, not *five*."), ActivityForm.WebChat, Some.Links, Some.Turn, "en").Text);

    [Fact]
    public void Cuts_names_and_excerpts_after_a_word()
    {
        var article = Some.Article(string.Concat(Enumerable.Repeat("headline ", 20)), string.Concat(Enumerable.Repeat("evidence ", 40)));
        var appearance = Teams(Some.Answered() with { Claims = [new("x", [Some.Citation(1, article)])] }).Entities![0].GetProperty("citation")[0].GetProperty("appearance");
        Assert.EndsWith("headline headline…", appearance.GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.InRange(appearance.GetProperty("name").GetString()!.Length, 70, 80);
        Assert.EndsWith("evidence evidence…", appearance.GetProperty("abstract").GetString(), StringComparison.Ordinal);
        Assert.InRange(appearance.GetProperty("abstract").GetString()!.Length, 150, 160);
    }

    private static Activity Teams(Answer answer) => Of(answer, ActivityForm.Teams);

    private static Activity WebChat(Answer answer) => Of(answer, ActivityForm.WebChat);

    private static Activity Of(Answer answer, ActivityForm form) => AnswerActivities.Of(new Said.Reply(answer), form, Some.Links, Some.Turn, "en");
}
