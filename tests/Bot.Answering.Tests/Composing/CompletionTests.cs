using Bot.Answering.Composing;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tests.Pipeline;
using Bot.Knowledge.Search;

namespace Bot.Answering.Tests.Composing;

public sealed class CompletionTests : IAsyncDisposable
{
    private readonly AskedBot _bot = AskedBot.Over(
        ("lorne.md", Shelves.Dated("Lorne", "2031-05-01", "The ferry Ada was built at Lorne. It has two engines. Nobody paints the ferry Ada.\n\nThe ferry Ada sails from Lorne at noon. Repairs cost ninety crowns.")));

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public void A_sentence_with_words_of_the_question_that_are_not_said_comes_before_one_that_repeats_the_same()
    {
        var completion = Completion("What did repairs of the ferry Ada cost at Lorne?", ("was built", 3), ("sails", 2.5), ("ninety", 2));

        Assert.Contains("ninety", completion.Next(_ => false)!.Hit.Text, StringComparison.Ordinal);
        Assert.Contains("sails", completion.Next(_ => false)!.Hit.Text, StringComparison.Ordinal);
        Assert.Null(completion.Next(_ => false));
    }

    [Fact]
    public void A_sentence_that_ranks_much_higher_comes_first_all_the_same()
    {
        var completion = Completion("What did repairs of the ferry Ada cost at Lorne?", ("was built", 3), ("sails", 2.5), ("ninety", -1));

        Assert.Contains("sails", completion.Next(_ => false)!.Hit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_right_on_a_sentence_that_is_said_comes_before_what_ranks_about_as_high()
    {
        var completion = Completion("Where is Ada from?", ("was built", 3), ("sails", 1.2), ("engines", 1));

        Assert.Contains("engines", completion.Next(_ => false)!.Hit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_on_a_sentence_said_later_counts_as_well()
    {
        var completion = Completion("Where is Ada from?", ("was built", 3), ("sails", 2.9), ("Nobody", 1.2), ("ninety", 1));

        completion.Say(completion.Next(_ => false)!);

        Assert.Contains("ninety", completion.Next(_ => false)!.Hit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_ranked_behind_in_spite_of_its_score_stays_behind()
    {
        var completion = Completion("Where is Ada from?", ("was built", 3), ("sails", 1), ("engines", -4), ("Nobody", 9));

        Assert.Contains("sails", completion.Next(_ => false)!.Hit.Text, StringComparison.Ordinal);
        Assert.Contains("engines", completion.Next(_ => false)!.Hit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_preferred_comes_first()
    {
        var completion = Completion("Where is Ada from?", ("was built", 3), ("sails", 2), ("ninety", -4));

        Assert.Contains("ninety", completion.Next(sentence => sentence.Score < 0)!.Hit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_sums_an_article_up_keeps_the_articles_order()
    {
        var completion = Completion("Sum up the repairs and what they cost", QuestionKind.Summary, ("was built", 1), ("sails", 1), ("ninety", 1));

        Assert.Contains("sails", completion.Next(_ => false)!.Hit.Text, StringComparison.Ordinal);
    }

    private Completion Completion(string question, params (string Words, double Score)[] ranked) => Completion(question, QuestionKind.Fact, ranked);

    private Completion Completion(string question, QuestionKind kind, params (string Words, double Score)[] ranked)
    {
        using var snapshot = _bot.Knowledge.Acquire();
        var sentences = snapshot.Articles.Values.SelectMany(article => article.Passages)
            .SelectMany(passage => Enumerable.Range(0, passage.Sentences.Length).Select(at => new SearchHit(passage, at, 1, default))).ToArray();
        return new(QuestionReader.Read(question, "en") with { Kind = kind }, [.. ranked.Select(each => Ranked(sentences.Single(hit => hit.Text.Contains(each.Words, StringComparison.Ordinal)), each.Score))]);
    }

    private static RankedSentence Ranked(SearchHit hit, double score) => new(hit, score, 1, new Signals(), new TermMatch(hit.Text, "en"), []);
}
