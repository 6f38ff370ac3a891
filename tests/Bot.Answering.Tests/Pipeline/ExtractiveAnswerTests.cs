using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Tests.Pipeline;

public sealed class ExtractiveAnswerTests
{
    private static readonly string[] Spoken = ["Nobody slept", "counted the waves", "lost the crane", "lights went out"];

    [Theory]
    [InlineData("How many fishing boats did the storm sink?", "14 fishing boats", "The storm sank 14 fishing boats")]
    [InlineData("For how long was the port closed?", "nine days", "had closed it for nine days")]
    [InlineData("How many containers waited at sea?", "More than 2,400 containers", "2,400 containers had waited")]
    public async Task Answers_a_fact_in_short_and_with_the_sentence_it_stands_in(string question, string inShort, string words)
    {
        var answered = await Answered(question, Shelves.PortFile);

        Assert.Contains(answered.Short!, inShort, StringComparison.Ordinal);
        Assert.Contains(words, answered.Citations[0].Quote, StringComparison.Ordinal);
        Assert.Equal((Making.Extractive, false), (answered.Making.Engine, answered.Making.Degraded));
    }

    [Theory]
    [InlineData("Why does the northern pier remain closed?", "because the steel has to come from Tarn")]
    [InlineData("Where do ferries run every morning?", "Ferries to Oskarholm")]
    [InlineData("Who said that the storm tore a crane from the pier?", "Jonas Brandt said")]
    [InlineData("How many boats were lost at the North berth?", "9")]
    public async Task Cites_the_sentence_that_answers(string question, string words)
    {
        var answered = await Answered(question, Shelves.PortFile);

        Assert.Contains(words, answered.Citations[0].Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What did Mara Lindqvist say?")]
    [InlineData("What did the children count?")]
    public async Task Names_the_speaker_of_words_whose_attribution_stands_elsewhere(string question)
    {
        var answered = await Answered(question, Shelves.PortFile);

        Assert.All(
            answered.Claims.Where(claim => Spoken.Any(words => claim.Text.Contains(words, StringComparison.Ordinal))),
            claim => Assert.Contains("Mara Lindqvist", claim.Text, StringComparison.Ordinal));
        Assert.Contains("Mara Lindqvist", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_somebodys_words_as_a_quotation_when_the_article_does_not_say_whose()
    {
        var answered = await Answered("How many wolves were there in Tarn in 1975?", ("wolves.md", Shelves.Dated(
            "Wolves of Tarn", "2031-05-01", "“Wolves kept the forest in balance. There were fewer than 100 wolves in Tarn in 1975. Then came the hunters.”")));

        Assert.Equal("“There were fewer than 100 wolves in Tarn in 1975.”", answered.Claims[0].Text);
        Assert.Equal("There were fewer than 100 wolves in Tarn in 1975.", answered.Citations[0].Quote);
        Assert.Equal(0, answered.Making.Repaired);
    }

    [Fact]
    public async Task Says_first_who_somebody_is_and_then_what_else_they_do()
    {
        var answered = await Answered("Who is Ada Voss?", ("voss.md", Shelves.Dated(
            "Tarn decides", "2031-05-01", "The move seems to heed the warnings that the end of Ada Voss and of her plans for the bridge may come too late for Tarn. Ada Voss, the mayor, is ill.")));

        Assert.Equal("Ada Voss, the mayor, is ill.", answered.Citations[0].Quote);
    }

    [Fact]
    public async Task Names_the_author_of_a_block_quote()
    {
        var answered = await Answered("What did Omar Reyes say?", ("tower.md", Shelves.Dated(
            "Tower of Sarn", "2031-05-01", "The tower of Sarn fell at dawn.\n\n> We will build it again.\n> — Omar Reyes, architect")));

        Assert.StartsWith("Omar Reyes, architect: “We will build it again.”", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_from_several_passages()
    {
        var answered = await Answered("Which ferries are running?", Shelves.PortFile);

        Assert.Contains("Ferries to Oskarholm", answered.Text, StringComparison.Ordinal);
        Assert.Contains("Ferries to Tarn", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_both_sides_of_a_yes_no_question()
    {
        var answered = await Answered("Is the Arlen vaccine safe?", ("arlen.md", Shelves.Dated(
            "Arlen vaccine", "2031-05-01", "The Arlen vaccine is safe, the ministry said. Two towns ordered it.\n\nThe Arlen vaccine is not safe for children, doctor Lio Renner said.")));

        Assert.Contains("is safe, the ministry said", answered.Text, StringComparison.Ordinal);
        Assert.Contains("is not safe for children, doctor Lio Renner said", answered.Text, StringComparison.Ordinal);
        Assert.Null(answered.Short);
    }

    [Theory]
    [InlineData("What is this article about?")]
    [InlineData("Summarise the article.")]
    [InlineData("tl;dr")]
    public async Task Sums_up_by_what_the_paragraphs_begin_with(string question)
    {
        var answered = await Answered(question, Shelves.PortFile);

        Assert.StartsWith("The port of Velmar reopened on Saturday", answered.Text, StringComparison.Ordinal);
        Assert.InRange(answered.Claims.Length, 2, 3);
    }

    [Theory]
    [InlineData("What is the title of this article?", ArticleField.Title, "Port of Velmar reopens after the storm")]
    [InlineData("Who wrote this article?", ArticleField.Byline, "Ines Okafor")]
    [InlineData("When was this article published?", ArticleField.Published, "2031-05-13")]
    [InlineData("What is the source of this article?", ArticleField.Source, "https://news.example/velmar-port")]
    public async Task Answers_questions_about_the_article_from_its_front_matter(string question, ArticleField field, string words)
    {
        var answered = await Answered(question, Shelves.PortFile);

        var citation = Assert.Single(answered.Citations);
        Assert.Equal((field, words), (citation.Field, citation.Quote));
        Assert.Contains(words, answered.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who wrote this article?", "“Lighthouse of Lund Point goes dark” does not say who wrote it.")]
    [InlineData("When was this article published?", "“Lighthouse of Lund Point goes dark” does not say when it was published.")]
    [InlineData("What is the source of this article?", "“Lighthouse of Lund Point goes dark” does not say where it first appeared.")]
    public async Task Says_which_field_the_article_lacks(string question, string text)
    {
        await using var bot = AskedBot.Over(Shelves.LighthouseFile);

        var (answer, _) = await bot.AskAsync(question);

        Assert.Equal(text, Assert.IsType<Answer.NotStated>(answer).Text);
    }

    [Theory]
    [InlineData("Hello!")]
    [InlineData("thank you")]
    [InlineData("What can you do?")]
    public async Task Chats_shortly_and_says_what_can_be_asked(string said)
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        var (answer, _) = await bot.AskAsync(said);

        Assert.Contains("Port of Velmar reopens", Assert.IsType<Answer.Smalltalk>(answer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_day_a_weekday_was_in_a_dated_article()
    {
        var answered = await Answered("When did the port of Velmar reopen?", Shelves.PortFile);

        Assert.Contains("(“Saturday”: May 10, 2031)", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_quotes_a_weekday_of_an_undated_article()
    {
        var answered = await Answered("When was the lighthouse of Lund Point switched off?", Shelves.LighthouseFile);

        Assert.StartsWith("The lighthouse of Lund Point was switched off on Saturday. [1]", answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("“Saturday”", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_a_captions_date_to_the_caption()
    {
        var answered = await Answered("When was the photo of the broken crane taken?", Shelves.PortFile);

        Assert.Equal(PassageKind.Caption, answered.Citations[0].Passage!.Kind);
        Assert.StartsWith("From a photo caption: A broken crane lies in the water on April 30, 2031", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_takes_a_captions_date_for_the_articles()
    {
        await using var bot = AskedBot.Over(Shelves.LighthouseFile);

        foreach (var question in new[] { "When was this article published?", "When was the lighthouse switched off?", "What is the date of this article?" })
        {
            var (answer, _) = await bot.AskAsync(question);
            Assert.DoesNotContain("2029", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tells_both_sides_when_two_reports_of_the_same_time_disagree()
    {
        await using var bot = AskedBot.Over(Shelves.Disagreeing);

        var (answer, _) = await bot.AskAsync("How many people did the collapse of the Aldern bridge injure?");

        var conflicting = Assert.IsType<Answer.Conflicting>(answer);
        Assert.Equal(2, conflicting.Sides.Length);
        Assert.Equal(["aldern-evening", "aldern-morning"], conflicting.Sides.Select(side => side.Citations[0].Article.Slug).Order(StringComparer.Ordinal));
        Assert.Contains(conflicting.Sides, side => side.Text.Contains("23 people", StringComparison.Ordinal) && side.Text.Contains("2031-03-02", StringComparison.Ordinal));
        Assert.Contains(conflicting.Sides, side => side.Text.Contains("31 people", StringComparison.Ordinal) && side.Text.Contains("2031-03-03", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("How many masons does the quarry of Belmont employ?", "77", "88")]
    [InlineData("How many masons does the quarry of Corvane employ?", "88", "77")]
    public async Task Takes_different_numbers_of_different_things_for_no_contradiction(string question, string right, string wrong)
    {
        var answered = await Answered(
            question,
            ("belmont.md", Shelves.Dated("Belmont", "2031-05-01", "The quarry of Belmont employs 77 masons.")),
            ("corvane.md", Shelves.Dated("Corvane", "2031-05-01", "The quarry of Corvane employs 88 masons.")));

        Assert.Contains(right, answered.Claims[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, answered.Claims[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When was berth 1 built?", "Berth 1 of the harbour was built in 1991.", "Berth 2 of the harbour was built in 1992.", "1991", "1992")]
    [InlineData("When did berth 2 open?", "Berth 1 of the harbour opened in 1991.", "Berth 2 of the harbour opened in 1992.", "1992", "1991")]
    [InlineData("When was the second bridge built?", "The first bridge over the Alder was built in 1901.", "The second bridge over the Alder was built in 1905.", "1905", "1901")]
    [InlineData("How long is Line 1?", "Line 1 of the tram is 12 km long.", "Line 2 of the tram is 14 km long.", "12 km", "14 km")]
    [InlineData("How many passengers does the tram of Line 2 carry?", "The tram of Line 1 carries 400 passengers.", "The tram of Line 2 carries 500 passengers.", "500", "400")]
    [InlineData("When was Berth A built?", "Berth A of the harbour was built in 1991.", "Berth B of the harbour was built in 1992.", "1991", "1992")]
    [InlineData("¿Cuándo se inauguró el muelle 2?", "El muelle 1 del puerto se inauguró en 1991.", "El muelle 2 del puerto se inauguró en 1992.", "1992", "1991")]
    [InlineData("Wann wurde der Anleger 2 gebaut?", "Der Anleger 1 des Hafens wurde 1991 gebaut.", "Der Anleger 2 des Hafens wurde 1992 gebaut.", "1992", "1991")]
    public async Task Takes_numbers_of_things_that_are_told_apart_by_number_for_no_contradiction(string question, string one, string other, string right, string wrong)
    {
        var answered = await Answered(question, ("harbour.md", Shelves.Dated("Harbour", "2031-05-01", $"{one} {other}")));

        Assert.Contains(right, answered.Claims[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, answered.Claims[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When was berth 1 built?", "Berth 1 of the harbour was built in 1991.", "Berth 1 of the harbour was built in 1992.")]
    [InlineData("How many people did the fire injure?", "On Monday 23 people were injured by the fire in Tarn.", "On Monday 31 people were injured by the fire in Tarn.")]
    [InlineData("How many people were injured in Tarn?", "In Tarn 23 people were injured by the fire on Monday.", "In Tarn 31 people were injured by the fire on Monday.")]
    [InlineData("How long is Line 1?", "Line 1 of the tram is 12 km long.", "Line 1 of the tram is 14 km long.")]
    [InlineData("How many passengers does the tram of Line 1 carry?", "The tram of Line 1 carries 400 passengers.", "The tram of Line 1 carries 500 passengers.")]
    [InlineData("When did the ships sink?", "Some 12 ships sank off Tarn on May 2.", "Some 14 ships sank off Tarn on May 3.")]
    public async Task Tells_both_sides_of_one_thing_that_has_a_number(string question, string one, string other)
    {
        await using var bot = AskedBot.Over(("one.md", Shelves.Dated("One report", "2031-05-01", one)), ("other.md", Shelves.Dated("Another report", "2031-05-01", other)));

        var (answer, _) = await bot.AskAsync(question);

        Assert.Equal(2, Assert.IsType<Answer.Conflicting>(answer).Sides.Length);
    }

    [Fact]
    public async Task Says_nothing_beside_the_point()
    {
        var answered = await Answered("When was the lighthouse switched off?", Shelves.LighthouseFile);

        Assert.Equal("The lighthouse of Lund Point was switched off on Saturday. [1]", answered.Text);
    }

    [Theory]
    [InlineData("2031-01-05", "2031-01-12", "2031-01-20")]
    [InlineData("2031-01-20", "2031-01-05", "2031-01-12")]
    [InlineData("2031-01-12", "2031-01-20", "2031-01-05")]
    public async Task Lets_the_newest_of_three_reports_answer_and_mentions_the_one_before(string first, string second, string third)
    {
        string[] dates = [first, second, third];

        var answered = await Answered("How many houses did the fire in Kestrel forest destroy?", [.. dates.Select((date, at) => (
            $"kestrel-{at}.md", Shelves.Dated($"Fire report {(char)('A' + at)}", date, $"The fire in Kestrel forest destroyed {40 + at} houses. Wind drove it north.")))]);

        int[] byAge = [.. Enumerable.Range(0, 3).OrderByDescending(at => dates[at], StringComparer.Ordinal)];
        Assert.Equal(
            [
                $"The fire in Kestrel forest destroyed {40 + byAge[0]} houses. (Fire report {(char)('A' + byAge[0])}, 2031-01-20)",
                $"The fire in Kestrel forest destroyed {40 + byAge[1]} houses. (earlier report: Fire report {(char)('A' + byAge[1])}, 2031-01-12)",
            ],
            answered.Claims.Select(claim => claim.Text));
    }

    [Fact]
    public async Task Tells_both_sides_of_two_new_reports_and_leaves_out_an_old_one()
    {
        await using var bot = AskedBot.Over([.. Shelves.Disagreeing, ("aldern-old.md", Shelves.Dated("First news of Aldern", "2031-02-20", "The collapse of the Aldern bridge injured 5 people."))]);

        var (answer, _) = await bot.AskAsync("How many people did the collapse of the Aldern bridge injure?");

        Assert.Equal(["aldern-evening", "aldern-morning"], Assert.IsType<Answer.Conflicting>(answer).Citations.Select(citation => citation.Article.Slug));
    }

    [Theory]
    [InlineData("In Kestrel forest the fire has destroyed 40 houses.", null)]
    [InlineData("The fire in Kestrel forest destroyed 40 houses, Lena Orsk said.", "Lena Orsk")]
    [InlineData("The fire in Kestrel forest destroyed 40 houses, barns, mills and fences.", "fences")]
    public async Task Says_no_sentence_that_adds_nothing_and_leaves_out_none_that_does(string other, string? more)
    {
        const string Question = "How many houses did the fire in Kestrel forest destroy?";
        const string Said = "The fire in Kestrel forest destroyed 40 houses.";

        var answered = await Answered(Question, ("first.md", Shelves.Dated("A fire", "2031-05-01", Said)), ("other.md", Shelves.Dated("Another report", "2031-05-01", other)));

        var said = string.Join(' ', answered.Claims.Select(claim => claim.Text));
        Assert.Contains(more ?? "", said, StringComparison.Ordinal);
        Assert.True(more is not null || answered.Claims.Length == 1, said);
    }

    [Fact]
    public async Task Lets_a_newer_report_answer_and_mentions_the_older_one()
    {
        await using var bot = AskedBot.Over(Shelves.Superseding);

        var (answer, _) = await bot.AskAsync("How many houses did the fire in Kestrel forest destroy?");

        var answered = Assert.IsType<Answer.Answered>(answer);
        Assert.Equal(["kestrel-later", "kestrel-first"], answered.Citations.Select(citation => citation.Article.Slug));
        Assert.Contains("2031-01-20", answered.Claims[0].Text, StringComparison.Ordinal);
        Assert.Contains("2031-01-05", answered.Claims[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("40", answered.Short ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_in_the_words_of_an_article_in_another_language()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile, Shelves.PoolFile);

        var (answer, _) = await bot.AskAsync("Wie viel kostet der Eintritt in das Freibad?");

        Assert.Contains("4 Euro", Assert.IsType<Answer.Answered>(answer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_the_same_each_time()
    {
        string[] questions = ["How many fishing boats did the storm sink?", "What did Mara Lindqvist say?", "What is this about?", "Who owns the harbour taxi?"];

        Assert.Equal(await All(), await All());

        async Task<string[]> All()
        {
            await using var bot = AskedBot.Over(Shelves.PortFile, Shelves.LighthouseFile);
            var texts = new List<string>();
            foreach (var question in questions)
            {
                var (answer, _) = await bot.AskAsync(question);
                texts.Add($"{answer.GetType().Name} {answer.Confidence:R} {answer.Text} {string.Join(' ', answer.Citations.Select(citation => citation.Id))} {string.Join(' ', answer.Suggestions)}");
            }

            return [.. texts];
        }
    }

    private static async Task<Answer.Answered> Answered(string question, params (string Name, string Text)[] files)
    {
        await using var bot = AskedBot.Over(files);
        var (answer, _) = await bot.AskAsync(new Question(question));
        return Assert.IsType<Answer.Answered>(answer);
    }
}
