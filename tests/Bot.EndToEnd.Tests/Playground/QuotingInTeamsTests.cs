namespace Bot.EndToEnd.Tests.Playground;

/// <summary>
/// Bot without a model, as readers see it in Teams, which Microsoft 365 Agents Playground plays. With <c>BOT_PICTURES</c> set to a folder, its pictures
/// are put there.
/// </summary>
public sealed class QuotingInTeamsTests(QuotingInTeamsTests.Rig rig) : IClassFixture<QuotingInTeamsTests.Rig>
{
    private const string TakenBack = "This answer was taken back: its question was edited or deleted.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Greets_once_with_what_it_keeps_its_articles_and_three_questions()
    {
        rig.Require();
        Assert.StartsWith("Hello! I am a bot.", rig.Chat.Welcome.Text, StringComparison.Ordinal);
        Assert.Contains("- Hallowmere's first tram line opens", rig.Chat.Welcome.Text, StringComparison.Ordinal);
        Assert.Contains("Your questions are kept for a while", rig.Chat.Welcome.Text, StringComparison.Ordinal);
        Assert.Contains("[Privacy](http://bot.example.org/privacy)", rig.Chat.Welcome.Text, StringComparison.Ordinal);
        Assert.Equal(3, rig.Chat.Welcome.Buttons.Count());
        Assert.Equal(rig.Chat.Welcome.Buttons, rig.Chat.WelcomeButtons);

        // The newest article is German, and this reader's language is English.
        Assert.StartsWith("What ", rig.Chat.Welcome.Buttons.First(), StringComparison.Ordinal);

        // The page says again that it was installed.
        await rig.Chat.ReloadAsync();
        await rig.Chat.SayAsync("How many stops has Line 1?", Stop);
        Assert.Single(rig.Client.Since(0), told => told.Text.StartsWith("Hello! I am a bot.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_with_a_citation_whose_words_show_and_with_no_label_of_AI()
    {
        rig.Require();
        var answer = await rig.Chat.SayAsync("How long is Line 1?", Stop);

        Assert.Equal(1, answer.Citations);
        Assert.Contains("Line 1 runs for 11.4 kilometres", await rig.Chat.Last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Quoted from the articles; no AI wrote this.", await rig.Chat.Last.Locator("em").InnerTextAsync());
        Assert.DoesNotContain("AI generated", await rig.Chat.LastWhole.InnerTextAsync(), StringComparison.Ordinal);
        await rig.Chat.Last.Locator(".fai-Citation").HoverAsync();
        var words = rig.Chat.Locator("a[href^='http://bot.example.org/c/']").Last;
        Assert.StartsWith("Line 1 runs for 11.4 kilometres from the Corn Exchange", await words.InnerTextAsync(), StringComparison.Ordinal);
        await rig.Chat.PictureAsync("citation");
    }

    [Theory]
    [InlineData("Like", "What does a day ticket cost?", "1", "very clear")]
    [InlineData("Dislike", "What does a monthly pass cost?", "0", "too short")]
    public async Task Keeps_what_a_reader_thinks_of_an_answer_and_why(string button, string question, string up, string reason)
    {
        rig.Require();
        await rig.Chat.SayAsync(question, Stop);
        await rig.Chat.PressAsync(button);
        await rig.Chat.FillAsync(reason);
        await rig.Chat.PressAsync("Submit");
        await rig.Chat.PressAsync("Close");

        // An answer to what comes later says that the press was taken.
        await rig.Chat.SayAsync("help", Stop);
        Assert.Contains($"{question}|{up}|{reason}", await rig.Record.FeedbackAsync(Stop));
    }

    [Fact]
    public async Task Lists_the_articles_and_asks_about_the_chosen_one_only()
    {
        rig.Require();
        var list = await rig.Chat.SayAsync("/articles", Stop);
        await rig.Chat.PictureAsync("articles");
        await ChooseAsync("Islamic State loses its last village in Syria", "From now on I look only in “Islamic State loses its last village in Syria”. /articles chooses another.");
        var refused = await rig.Chat.SayAsync("How long is Line 1 of the tram in Hallowmere?", Stop);
        Assert.Equal(0, refused.Citations);
        await rig.Chat.SayAsync("/articles", Stop);
        await ChooseAsync("All articles", "From now on I look in all articles.");
        Assert.Equal(1, (await rig.Chat.SayAsync("How long is Line 1 of the tram?", Stop)).Citations);
        Assert.Equal("", list.Text);
    }

    [Fact]
    public async Task Answers_a_question_that_it_suggested()
    {
        rig.Require();
        var greeting = await rig.Chat.SayAsync("Hello!", Stop);
        var question = greeting.Buttons.First();
        var before = rig.Client.Now();
        await rig.Chat.PressAsync(question);
        await rig.Chat.NextAsync(before, Stop);
        Assert.Contains(question, await rig.Record.QuestionsAsync(Stop));
    }

    [Fact]
    public async Task Answers_in_a_group_only_when_it_is_mentioned_and_reads_the_words_without_its_name()
    {
        rig.Require();
        var before = rig.Client.Now();
        await rig.Client.SendAsync("message", "g1", "How many trams are there in Hallowmere?", rig.Client.Group, Stop);
        await rig.Client.SayAsync(rig.Client.Group, "How many passengers does a tram carry?", Stop);
        var answer = await rig.Client.FirstAsync(before, told => told.IsNew && told.Conversation == rig.Client.Group, Stop);

        Assert.Contains("210 passengers", answer.Text!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(answer.Buttons);
        var questions = await rig.Record.QuestionsAsync(Stop);
        Assert.Contains("How many passengers does a tram carry?", questions);
        Assert.DoesNotContain("How many trams are there in Hallowmere?", questions);
    }

    [Fact]
    public async Task Answers_a_post_in_a_channel_in_its_thread()
    {
        rig.Require();
        var before = rig.Client.Now();
        var thread = await rig.Client.SayAsync(rig.Client.Channel, "How many stops does Line 1 have?", Stop);
        var answer = await rig.Client.FirstAsync(before, told => told.IsNew && told.Conversation == thread, Stop);

        Assert.Contains(";messageid=", thread, StringComparison.Ordinal);
        Assert.Contains("17 stops", answer.Text!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_an_edited_question_anew_and_takes_the_old_answer_back()
    {
        rig.Require();
        var old = await AskAsync("e1", "message", "What does a single journey cost?");
        Assert.Contains("£2.20", old.Text!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var before = rig.Client.Now();
        var anew = await AskAsync("e1", "messageUpdate", "What does a monthly pass cost?");
        Assert.Contains("£62", anew.Text!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var changed = await rig.Client.FirstAsync(before, told => told.Action == "updateMessage", Stop);
        Assert.Equal((old.Id, TakenBack), (changed.Id, changed.Text));
    }

    [Fact]
    public async Task Takes_the_answer_to_a_deleted_question_back()
    {
        rig.Require();
        var answer = await AskAsync("d1", "message", "When did work on Line 1 stop?");
        var before = rig.Client.Now();
        await rig.Client.SendAsync("messageDelete", "d1", null, rig.Client.Personal, Stop);

        // It lets nothing be deleted.
        var changed = await rig.Client.FirstAsync(before, told => told.Action == "updateMessage", Stop);
        Assert.Equal((answer.Id, TakenBack, 0), (changed.Id, changed.Text, changed.Citations));
    }

    private async Task ChooseAsync(string title, string said)
    {
        var before = rig.Client.Now();
        await rig.Chat.Last.GetByText(title).ClickAsync();
        Assert.Equal(said, (await rig.Chat.NextAsync(before, Stop)).Text);
    }

    private async Task<Told> AskAsync(string id, string type, string text)
    {
        var before = rig.Client.Now();
        await rig.Client.SendAsync(type, id, text, rig.Client.Personal, Stop);
        return await rig.Client.FirstAsync(before, told => told.IsNew && told.Conversation == rig.Client.Personal, Stop);
    }

    /// <summary>A host without a model.</summary>
    public sealed class Rig(ReadersPage readers) : PlaygroundRig(readers);
}
