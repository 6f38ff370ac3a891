using Bot.Answering.Answers;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Tests.Pipeline;

/// <summary>Questions to a real news article, copied from its page as text. It is not ours to ship: these tests run where it is at hand.</summary>
public sealed class SeedTests(SeedTests.Seed seed) : IClassFixture<SeedTests.Seed>
{
    [Fact]
    public void Has_the_headline_as_title_and_two_captions_with_their_credits()
    {
        using var snapshot = seed.Bot.Knowledge.Acquire();
        var article = snapshot.Articles["isis-defeated"];

        Assert.Contains("ISIS", article.Article.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(article.Article.Title, article.Article.Text, StringComparison.Ordinal);
        var captions = article.Passages.Where(passage => passage.Kind == PassageKind.Caption).ToArray();
        Assert.Equal(2, captions.Length);
        Assert.All(captions, caption => Assert.False(string.IsNullOrWhiteSpace(caption.Credit)));
        Assert.NotEqual(new DateOnly(2019, 3, 22), article.Article.Published is { } published ? DateOnly.FromDateTime(published.Date) : default);
    }

    [Theory]
    [InlineData("Who announced on Twitter that the caliphate had been eliminated?", "spokesman Mustafa Bali said")]
    [InlineData("How long did the fight for Baghouz take?", "more than 10 weeks")]
    [InlineData("How many civilians were moved out of the village?", "more than 30,000 civilians")]
    [InlineData("How many American soldiers are going to stay in Syria?", "about 200 troops")]
    [InlineData("Why did Jim Mattis step down?", "prompted the resignation")]
    [InlineData("Where does the U.S. think Baghdadi is?", "is in Iraq")]
    [InlineData("What does the Pentagon report warn of?", "A recent Pentagon report found")]
    [InlineData("How soon could ISIS come back in Syria?", "within six to 12 months")]
    [InlineData("What has Trump asked European countries to do?", "called on European countries")]
    [InlineData("What did the brass band play at the ceremony?", "American national anthem")]
    [InlineData("Who is William Roebuck?", "in charge of Syria")]
    [InlineData("What do we know about Baghdadi?", "the group's leader, is in Iraq")]
    [InlineData("What does the article say about the SDF?", "The SDF had repeatedly paused")]
    [InlineData("What is next?", "could likely resurge in Syria within six to 12 months")]
    [InlineData("What happens next in Syria?", "the campaign against ISIS is not over")]
    [InlineData("Is the war over?", "The battle for Baghouz")]
    public async Task Cites_the_words_that_answer(string question, string words)
    {
        var (answer, _) = await seed.Bot.AskAsync(question);

        Assert.IsType<Answer.Answered>(answer);
        Assert.Contains(answer.Citations, citation => citation.Quote.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Who is Baghdadi?", "the group's leader")]
    [InlineData("Where is Baghdadi?", "is in Iraq")]
    [InlineData("Who is Trump?", "President Donald Trump")]
    public async Task Cites_first_the_words_that_answer(string question, string words)
    {
        var (answer, _) = await seed.Bot.AskAsync(question);

        Assert.Contains(words, answer.Citations[0].Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When was the picture of Trump with the map taken?", "March 22, 2019")]
    [InlineData("When was the photo of Trump taken?", "March 22, 2019")]
    [InlineData("What does the photo of the SDF fighters show?", "pose for a photo")]
    public async Task Answers_questions_about_a_photo_from_its_caption(string question, string words)
    {
        var (answer, _) = await seed.Bot.AskAsync(question);

        Assert.IsType<Answer.Answered>(answer);
        Assert.Contains(answer.Citations, citation => citation.Passage?.Kind == PassageKind.Caption && citation.Quote.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("How many SDF fighters were killed in the battle for Baghouz?")]
    [InlineData("Who is the commander of the Syrian Democratic Forces?")]
    [InlineData("What did Vladimir Putin say about the victory?")]
    [InlineData("When was Baghdadi born?")]
    [InlineData("What is the population of Baghouz?")]
    [InlineData("Who replaced Jim Mattis as Defense Secretary?")]
    [InlineData("What did Angela Merkel say?")]
    [InlineData("Just guess how many fighters died.")]
    [InlineData("What did ISIS say?")]
    [InlineData("What do we know about Vladimir Putin?")]
    public async Task Does_not_answer_what_the_article_does_not_say(string question)
    {
        var (answer, _) = await seed.Bot.AskAsync(question);

        Assert.True(answer is Answer.NotStated or Answer.NothingFound, $"{answer}");
    }

    [Theory]
    [InlineData("Who won?")]
    [InlineData("Who leads ISIS?")]
    [InlineData("Where did Baghdadi declare himself caliph?")]
    public async Task Says_nothing_in_short_that_the_article_does_not_say_did_it_or_was_there(string question)
    {
        var (answer, _) = await seed.Bot.AskAsync(question);

        Assert.Null((answer as Answer.Answered)?.Short);
    }

    [Fact]
    public async Task Tells_what_is_left_when_asked_whether_all_is_over()
    {
        var (answer, _) = await seed.Bot.AskAsync("Is ISIS completely gone?");

        Assert.IsType<Answer.Answered>(answer);
        Assert.Contains(answer.Citations, citation =>
            citation.Quote.Contains("is not over", StringComparison.Ordinal) || citation.Quote.Contains("may not mean the threats", StringComparison.Ordinal)
            || citation.Quote.Contains("no longer controls", StringComparison.Ordinal));
    }

    public sealed class Seed : IAsyncLifetime
    {
        private AskedBot? _bot;

        internal AskedBot Bot
        {
            get
            {
                Assert.SkipWhen(_bot is null, "../shared/seed/isis-defeated.txt is not at hand: the article is not ours to ship.");
                return _bot!;
            }
        }

        public ValueTask InitializeAsync()
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "Bot.sln")))
            {
                root = root.Parent;
            }

            var file = Path.Combine(root?.FullName ?? "", "..", "shared", "seed", "isis-defeated.txt");
            if (File.Exists(file))
            {
                _bot = AskedBot.Over(("isis-defeated.txt", File.ReadAllText(file)));
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => _bot is null ? ValueTask.CompletedTask : _bot.DisposeAsync();
    }
}
