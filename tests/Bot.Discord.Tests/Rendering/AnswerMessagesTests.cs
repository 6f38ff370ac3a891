using System.Collections.Immutable;
using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Conversations.Channels;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

public sealed class AnswerMessagesTests
{
    [Fact]
    public void Says_an_answer_with_linked_numbers_sources_and_buttons()
    {
        var message = Only(Some.Answered(engine: "model", source: "https://news.example/a?b=(1)"));

        Assert.Equal(
            """
            The dam broke on Monday. [[1]](<https://bot.example.org/b/c/0000000000000001>)

            **Sources**
            -# [[1]](<https://bot.example.org/b/c/0000000000000001>) [The dam](<https://news.example/a?b=%281%29>) (November 22, 2026)\: “The dam broke on Monday.”
            """,
            message.Content);
        Assert.Equal(
            [
                [$"answer:source:{Some.Turn}:1 [1] "],
                [$"answer:up:{Some.Turn}:0  👍", $"answer:down:{Some.Turn}:0  👎", $"answer:follow-up:{Some.Turn}:0 Ask a follow-up ", $"answer:delete:{Some.Turn}:0  🗑️"],
            ],
            message.Components.Select(row => row.Components.Select(button => $"{button.CustomId} {button.Label} {button.Emoji?.Name}")));
    }

    [Fact]
    public void Is_sent_without_pings_and_previews_under_Discords_names() =>
        Assert.Equal(
            """{"content":"x","flags":4,"allowed_mentions":{"parse":[]},"components":[{"components":[{"custom_id":"c","type":2,"style":2,"emoji":{"name":"e"}}],"type":1}],"message_reference":{"message_id":"9","fail_if_not_exists":false},"nonce":"n","enforce_nonce":true}""",
            JsonSerializer.Serialize(
                new Message { Content = "x", Nonce = "n", MessageReference = new("9"), Components = [new([new("c") { Emoji = new("e") }])] },
                DiscordJson.Default.Message));

    [Fact]
    public void Shows_plain_numbers_and_source_buttons_when_readers_cannot_reach_our_page()
    {
        var message = AnswerMessages.Of(new Said.Reply(Some.Answered(engine: "model")), Some.NoLinks, Some.Turn, "en", isPrivate: false)[0];
        Assert.StartsWith("The dam broke on Monday. [1]\n\n**Sources**\n-# [1] The dam (", message.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("](", message.Content, StringComparison.Ordinal);
        Assert.Equal("[1]", message.Components[0].Components[0].Label);
    }

    [Fact]
    public void Puts_a_sure_short_answer_in_bold_first_and_says_when_it_was_quoted_or_made_without_the_model()
    {
        var answer = Some.Answered() with { Short = "On *Monday*", Making = new(Making.Extractive) { Degraded = true, DegradedReason = "secret" } };
        var content = Only(answer).Content;
        Assert.StartsWith("-# Answered without the model.\n**On \\*Monday\\***\nThe dam broke", content, StringComparison.Ordinal);
        Assert.Contains("\n\n-# Quoted from the articles; no AI wrote this.\n\n**Sources**\n", content, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", content, StringComparison.Ordinal);
        Assert.DoesNotContain("Quoted", Only(Some.Answered(engine: "model")).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The dam broke on Monday.", "on Monday", "The dam broke **on** **Monday**. [[1]]")]
    [InlineData("Monday was the day.", "Monday", "**Monday** was the day. [[1]]")]
    [InlineData("In 1999 it lost 9 *boats*, not 9 ships.", "9 *boats", "In 1999 it lost **9** **\\*boats**\\*, not 9 ships. [[1]]")]
    [InlineData("In 1999 it broke.", "9", "In 1999 it broke. [[1]]")]
    [InlineData("The dam broke.", "Tuesday", "The dam broke. [[1]]")]
    public void Sets_the_short_answer_off_within_its_sentence(string sentence, string words, string shown)
    {
        var answer = Some.Answered(engine: "model");

        var content = Only(answer with { Short = words, Claims = [answer.Claims[0] with { Text = sentence }] }).Content;

        Assert.Contains($"\n{shown}", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_what_may_help_without_a_short_answer_when_it_is_unsure() =>
        Assert.StartsWith("This may help\\:\nThe dam broke", Only(Some.Answered() with { Sure = false, Short = "Monday" }).Content, StringComparison.Ordinal);

    [Fact]
    public void Shows_both_sides_of_a_conflict() =>
        Assert.StartsWith(
            "Die Artikel widersprechen einander\\:\n- Five. [[1]](<https://bot.example.org/b/c/0000000000000001>)\n- Six. [[2]](<https://bot.example.org/b/c/0000000000000002>)\n\n**Quellen**\n-# [[1]]",
            Only(new Answer.Conflicting
            {
                Text = "Five. [1] Six. [2]",
                Language = "de",
                Making = new("model"),
                Sides = [new("Five.", [Some.Citation(1, Some.Article("A", "Five."))]), new("Six.", [Some.Citation(2, Some.Article("B", "Six."))])],
            }).Content,
            StringComparison.Ordinal);

    [Fact]
    public void Names_what_comes_closest_that_it_is_no_answer_and_what_could_be_asked()
    {
        var message = Only(new Answer.NotStated
        {
            Text = "“The dam” does not say.",
            Language = "en",
            Making = new(Making.Extractive),
            Closest = [new Closest(Some.Citation(0, Some.Article("The dam", "The dam is *old*.")))],
            Suggestions = ["Who built it?", "When?"],
        });
        Assert.Equal("“The dam” does not say.\n\nClosest (not an answer)\\:\n- “The dam is \\*old\\*.” (The dam)\n\n-# You could ask\\: Who built it? · When?", message.Content);
        Assert.Equal(["up", "down", "follow-up", "delete"], message.Components.Single().Components.Select(button => button.CustomId.Split(':')[1]));
    }

    [Fact]
    public void Offers_no_deletion_where_only_the_asker_sees_it_and_no_thumbs_under_small_talk()
    {
        var smalltalk = new Answer.Smalltalk { Text = "Hello!", Language = "en", Making = new(Making.Extractive) };
        Assert.Equal(["follow-up"], AnswerMessages.Of(new Said.Reply(smalltalk), Some.Links, Some.Turn, "en", isPrivate: true)[0].Components.Single().Components.Select(button => button.CustomId.Split(':')[1]));
    }

    [Fact]
    public void Splits_between_sentences_and_puts_what_is_over_three_messages_behind_a_button()
    {
        var article = Some.Article("The dam", "The dam broke.");
        ImmutableArray<Claim> claims = [.. Enumerable.Range(1, 20).Select(number => new Claim($"Sentence {number} {new string('x', 500)}.", [Some.Citation(number, article)]))];
        var answer = Some.Answered(engine: "model") with { Claims = claims };

        var first = AnswerMessages.Of(answer, Some.Links, Some.Turn, 0, isPrivate: false);
        Assert.Equal(3, first.Count);
        Assert.All(first, message => Assert.StartsWith("Sentence ", message.Content, StringComparison.Ordinal));
        Assert.All(first, message => Assert.EndsWith(">)", message.Content, StringComparison.Ordinal));
        Assert.Equal(["[1]", "[2]", "[3]"], first[0].Components.Single().Components.Select(button => button.Label));
        Assert.Equal($"answer:more:{Some.Turn}:3", first[2].Components[^1].Components[0].CustomId);

        var rest = AnswerMessages.Of(answer, Some.Links, Some.Turn, 3, isPrivate: true);
        Assert.StartsWith("Sentence 10 ", rest[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Begins_another_message_when_the_buttons_of_one_are_used_up()
    {
        var article = Some.Article("The dam", "The dam broke.");
        var answer = Some.Answered(engine: "model") with { Claims = [new("All of them.", [.. Enumerable.Range(1, 25).Select(number => Some.Citation(number, article))])] };
        var messages = AnswerMessages.Of(new Said.Reply(answer), Some.NoLinks, Some.Turn, "en", isPrivate: false);
        Assert.Equal([5, 5, 5, 5], messages[0].Components.Select(row => row.Components.Count));
        Assert.Equal([5, 4], messages[1].Components.Select(row => row.Components.Count));
        Assert.EndsWith("[20]", messages[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Splits_a_word_longer_than_a_message_between_signs()
    {
        var messages = AnswerMessages.Of(new Said.Reply(Some.Answered("x" + string.Concat(Enumerable.Repeat("😀*", 1000)), engine: "model")), Some.NoLinks, Some.Turn, "en", isPrivate: false);
        Assert.Equal(3, messages.Count);
        Assert.All(messages, message => Assert.DoesNotMatch(@"^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$|(?<!\\)(?:\\\\)*\\$", message.Content));
    }

    [Fact]
    public void Names_the_article_on_a_source_button_where_there_are_several()
    {
        var other = Some.Article("Another [long] title that is cut somewhere after a word", "Six.") with { Slug = "other" };
        var answer = Some.Answered() with { Claims = [new("Both.", [Some.Citation(1, Some.Article("The dam", "Five.")), Some.Citation(2, other)])] };
        Assert.Equal(["[1] The dam", "[2] Another [long] title that is cut…"], Only(answer).Components[0].Components.Select(button => button.Label));
    }

    [Theory]
    [InlineData("de", "Das hat leider zu lange gedauert")]
    [InlineData("es-419", "Lo siento, ha tardado")]
    [InlineData("xx-not a locale", "Sorry, this took too long")]
    [InlineData(null, "Sorry, this took too long")]
    public void Apologises_in_the_readers_language(string? locale, string words) =>
        Assert.StartsWith(words, AnswerMessages.Of(new Said.Apology(ApologyReason.TooLate, locale), Some.Links, Some.Turn, null, isPrivate: false)[0].Content, StringComparison.Ordinal);

    [Fact]
    public void Says_a_correction_as_it_was_approved() =>
        Assert.Equal(
            "About an earlier answer\\:\nCorrected on 2026-11-22\\: six, not \\*five\\*.",
            AnswerMessages.Of(new Said.Correction("Corrected on 2026-11-22: six, not *five*."), Some.Links, Some.Turn, "en", isPrivate: false)[0].Content);

    private static Message Only(Answer answer) => Assert.Single(AnswerMessages.Of(new Said.Reply(answer), Some.Links, Some.Turn, "en", isPrivate: false));
}
