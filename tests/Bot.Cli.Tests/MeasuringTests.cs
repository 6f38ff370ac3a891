namespace Bot.Cli.Tests;

public sealed class MeasuringTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Prints_a_table_and_says_beside_it_how_far_it_is()
    {
        _folder.Write("one.articles.jsonl", """{"id":"lorne","title":"Lorne","lang":"en","paragraphs":["The bridge at Lorne was opened in 1911."]}""");
        _folder.Write("one.questions.jsonl", """{"id":"1","article_id":"lorne","question":"When was the bridge at Lorne opened?","answers":["1911"],"answerable":true,"kind":"extractive"}""");

        Assert.Equal(ExitCode.Done, await RunAsync("measure", "answers", ".", "--sets", "one"));

        Assert.StartsWith("| questions | n | first |", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("| one | 1 | 1.0000 |", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("one: 1 of 1", _errors.ToString().Trim());
    }

    [Fact]
    public async Task Says_how_to_make_a_folder_of_what_was_learned_without_each_fold()
    {
        _folder.Write("one.articles.jsonl", """{"id":"lorne","title":"Lorne","lang":"en","paragraphs":["The bridge at Lorne was opened in 1911."]}""");
        _folder.Write("one.questions.jsonl", """{"id":"1","article_id":"lorne","question":"When was the bridge at Lorne opened?","answers":["1911"],"answerable":true,"kind":"extractive"}""");

        Assert.Equal(ExitCode.Error, await RunAsync("measure", "answers", ".", "--held-back", "nowhere"));

        Assert.Contains("'nowhere' does not hold", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("train SETS_DIR --out nowhere", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_wrong_answers_without_what_would_move_the_cursor()
    {
        _folder.Write("one.articles.jsonl", """{"id":"lorne","title":"Lorne","lang":"en","paragraphs":["The bridge at Lorne was \u001b[31mopened in 1911."]}""");
        _folder.Write("one.questions.jsonl", """{"id":"1","article_id":"lorne","question":"When was the bridge at Lorne opened?","answers":["\u001b[2J1842"],"answerable":true,"kind":"extractive"}""");

        Assert.Equal(ExitCode.Done, await RunAsync("measure", "answers", ".", "--fold", "4", "--wrong", "2", "--seed", "7"));

        Assert.Contains("one: 1 of 1 wrong answers (seed 7)", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("    right: 1842", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("    [1] The bridge at Lorne was opened in 1911.", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_of_all_folds_articles_unless_one_is_named()
    {
        _folder.Write("squad.articles.jsonl", """{"id":"lorne","title":"Lorne","lang":"en","paragraphs":["The bridge at Lorne was opened in 1911."]}""");
        _folder.Write("squad.questions.jsonl", """{"id":"1","article_id":"lorne","question":"When was the bridge at Lorne opened?","answers":["1911"],"answerable":true,"kind":"extractive"}""");

        var asked = new List<bool>();
        foreach (var fold in Enumerable.Range(0, 10).Select(fold => new[] { "--fold", $"{fold}" }).Prepend([]))
        {
            Assert.Equal(ExitCode.Done, await RunAsync(["measure", "answers", ".", .. fold]));
            asked.Add(_output.ToString().Contains("| squad | 1 |", StringComparison.Ordinal));
            _output.GetStringBuilder().Clear();
        }

        Assert.True(asked[0]);
        Assert.Single(asked[1..], true);
    }

    [Theory]
    [InlineData("--seeds", "many", "measure|comparison")]
    [InlineData("--most", "many", "feedback")]
    public async Task What_is_no_number_is_named_and_nothing_breaks(string option, string value, string command)
    {
        Assert.Equal(ExitCode.Error, await RunAsync([.. command.Split('|'), option, value]));

        Assert.Contains($"'{value}' for option '{option}'", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fold", "10", "--fold is 10: it must be 0 to 9.")]
    [InlineData("--fold", "-1", "--fold is -1: it must be 0 to 9.")]
    [InlineData("--wrong", "-1", "--wrong is -1: it must be 0 or more.")]
    [InlineData("--wrong", "many", "'many' for option '--wrong'")]
    public async Task A_number_that_cannot_be_is_named(string option, string value, string complaint)
    {
        Assert.Equal(ExitCode.Error, await RunAsync("measure", "answers", ".", option, value));

        Assert.Contains(complaint, _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Checks_claims_made_of_the_articles()
    {
        _folder.Write("one.articles.jsonl", """{"id":"lorne","title":"Lorne","lang":"en","paragraphs":["The bridge at Lorne was opened in 1911 by a queen."]}""");
        _folder.Write("one.questions.jsonl", "");

        Assert.Equal(ExitCode.Done, await RunAsync("measure", "claims", "."));
        Assert.Equal(ExitCode.Done, await RunAsync("measure", "claims", ".", "--tuned", "--samples", "1"));

        Assert.Contains("| date | 1 | 1.0000 |  |", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("No claims could be made", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "", "There is no folder")]
    [InlineData(".", "two", "no set 'two'")]
    public async Task What_is_not_there_is_named(string sets, string names, string complaint)
    {
        Assert.Equal(ExitCode.Error, await RunAsync("measure", "answers", sets, "--sets", names));

        Assert.Contains(complaint, Assert.Single(_errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Trains_on_nothing_less_than_all_sets_that_may_be_trained_on()
    {
        _folder.Write("squad.questions.jsonl", "");

        Assert.Equal(ExitCode.Error, await RunAsync("train", ".", "--out", "learned"));

        Assert.Contains("no set 'covidqa'", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "learned")));
    }

    [Fact]
    public async Task Prints_what_wordnet_knows_of_words()
    {
        foreach (var file in new[] { "LICENSE", "noun.exc", "verb.exc", "adj.exc" })
        {
            _folder.Write(file, "");
        }

        _folder.Write("index.sense", "mouse%1:05:00:: 02330245 1 3\n");

        Assert.Equal(ExitCode.Done, await RunAsync("senses", "."));

        Assert.Equal("mouse5\n", _output.ToString());
    }

    [Fact]
    public async Task A_folder_that_is_not_wordnets_is_named()
    {
        Assert.Equal(ExitCode.Error, await RunAsync("senses", "."));

        Assert.Contains("There is no 'index.sense'", _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: _folder.Path));
}
