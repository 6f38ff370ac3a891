using Bot.Answering.Answers;
using Bot.Answering.Questions;

namespace Bot.Answering.Tests.Pipeline;

/// <summary>Questions that name no fact: what is known of something, and what is to come.</summary>
public sealed class OpenQuestionTests
{
    private static readonly (string Name, string Text) Quoted = ("street.md", Shelves.Dated(
        "Mill Street opens", "2031-05-01", "The street opened at dawn.\n\n> Nine years of fences in front of the door. My father came here, and I nearly left.\n> — Omar Reyes, who sells books at 14 Mill Street\n\nThe fences are gone."));

    [Theory]
    [InlineData("What do we know about Jonas Brandt?", "harbour master Jonas Brandt said")]
    [InlineData("Tell me about the southern pier", "The southern pier is open again")]
    [InlineData("What does the article say about Oskarholm?", "Ferries to Oskarholm")]
    public async Task Whatever_names_a_topic_answers_what_is_known_of_it(string question, string words)
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        var (answer, _) = await bot.AskAsync(question);

        Assert.IsType<Answer.Answered>(answer);
        Assert.Contains(answer.Citations, citation => citation.Quote.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("What do we know about Boris Halvorsen?")]
    [InlineData("Tell me about the airport")]
    public async Task What_no_article_names_is_not_known(string question)
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        var (answer, _) = await bot.AskAsync(question);

        Assert.True(answer is Answer.NotStated or Answer.NothingFound, answer.Text);
    }

    [Fact]
    public async Task What_is_known_of_a_topic_need_not_be_called_known()
    {
        await using var bot = AskedBot.Over(("gate.md", Shelves.Dated("Gate of Tarn", "2031-05-01", "The gate is known as the Long Arm. It was built in 1820.")));

        var (answer, _) = await bot.AskAsync("What is known about the airport?");

        Assert.IsType<Answer.NothingFound>(answer);
    }

    [Fact]
    public async Task What_is_to_come_is_told_by_sentences_that_look_ahead()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        var (answer, _) = await bot.AskAsync("What happens next?");

        Assert.IsType<Answer.Answered>(answer);
        Assert.Equal(["The city council claims that the repairs will cost 3.2 million crowns."], answer.Citations.Select(citation => citation.Quote));
    }

    [Fact]
    public async Task What_is_to_come_is_told_in_the_articles_order()
    {
        await using var bot = AskedBot.Over(("line.md", Shelves.Dated(
            "A line for Tarn", "2031-05-01", "The council of Tarn will vote on Monday. The mayor rests. Work is scheduled to begin in June, if the vote succeeds. The old line closed in 1960.")));

        var (answer, _) = await bot.AskAsync("What is next for the line?");

        Assert.Equal(
            ["The council of Tarn will vote on Monday.", "Work is scheduled to begin in June, if the vote succeeds."],
            answer.Citations.Select(citation => citation.Quote));
    }

    [Fact]
    public async Task An_article_that_tells_of_the_past_alone_does_not_say_what_is_to_come()
    {
        await using var bot = AskedBot.Over(Shelves.LighthouseFile);

        var (answer, _) = await bot.AskAsync("What happens next?");

        Assert.IsType<Answer.NothingFound>(answer);
    }

    [Theory]
    [InlineData("Will Smith opened the fair on Monday. Will Voss closed it.")]
    [InlineData("The fair closed in May. It had opened in May too, and nobody came yet in May.")]
    public async Task A_name_and_a_month_that_look_like_words_of_what_comes_are_none(string text)
    {
        await using var bot = AskedBot.Over(("fair.md", Shelves.Dated("Fair of Tarn", "2031-05-01", text)));

        var (answer, _) = await bot.AskAsync("What happens next?");

        Assert.IsType<Answer.NothingFound>(answer);
    }

    [Fact]
    public async Task Of_many_articles_it_is_asked_which_ones_next_is_meant()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile, Shelves.LighthouseFile);

        var (answer, _) = await bot.AskAsync("What happens next?");

        Assert.Contains("Which article", Assert.IsType<Answer.Smalltalk>(answer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_article_that_was_talked_of_is_the_one_whose_next_is_meant()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile, Shelves.LighthouseFile);

        var (answer, _) = await bot.AskAsync(new Question("What happens next?") { History = [new Turn(TurnRole.Reader, "What did the storm sink?"), new Turn(TurnRole.Bot, "14 fishing boats.")] });

        Assert.Equal("velmar-port", Assert.Single(answer.Citations).Passage?.Article.Slug);
    }

    [Fact]
    public async Task Other_words_are_looked_for_where_none_of_the_questions_is_found()
    {
        await using var bot = AskedBot.Over(("siege.md", Shelves.Dated("Siege of Tarn", "2031-05-01", "The battle for the castle is not over. Both sides claim the gate.")));

        var (answer, _) = await bot.AskAsync("Is the war over?");

        Assert.Contains("The battle for the castle is not over.", answer.Citations.Concat((answer as Answer.NotStated)?.Closest.Select(closest => closest.Citation) ?? []).Select(citation => citation.Quote));
    }

    [Fact]
    public async Task All_that_somebody_says_answers_what_they_say()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile, Shelves.MarketFile, Quoted);

        var (answer, _) = await bot.AskAsync("What did Omar Reyes say?");

        Assert.IsType<Answer.Answered>(answer);
        Assert.Contains("Omar Reyes, who sells books at 14 Mill Street: “My father came here, and I nearly left.”", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who is Omar Reyes?", '—')]
    [InlineData("What do we know about Omar Reyes?", '—')]
    [InlineData("Who is Omar Reyes?", '―')]
    public async Task Who_somebody_is_may_stand_under_their_words_alone(string question, char dash)
    {
        await using var bot = AskedBot.Over(Shelves.PortFile, Shelves.MarketFile, (Quoted.Name, Quoted.Text.Replace('—', dash)));

        var (answer, _) = await bot.AskAsync(question);

        Assert.StartsWith("Omar Reyes, who sells books at 14 Mill Street [1]", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_named_and_never_heard_has_said_nothing()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        var (answer, _) = await bot.AskAsync("What did Tarn say?");

        Assert.IsType<Answer.NotStated>(answer);
    }
}
