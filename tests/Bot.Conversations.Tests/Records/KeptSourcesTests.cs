using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bot.Answering.Prompts;
using Bot.Answering.Tracing;
using Bot.Conversations.Privacy;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Keeping;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Conversations.Tests.Records;

public sealed class KeptSourcesTests(SharedPostgres postgres)
{
    private static readonly ImmutableSortedDictionary<string, string?> Settings = ImmutableSortedDictionary<string, string?>.Empty.Add("Answering:Passages", "8");

    private readonly ScriptedChannel _channel = new(recognises: true);
    private readonly ScriptedAnswering _answering = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Each_version_is_stored_once_and_every_answer_has_those_it_was_made_of(bool shared)
    {
        await using var record = await RigAsync(shared);
        var before = Sources(articles: 200);
        var after = before with { Articles = Edited(before.Articles, "a7", "The mill was closed.") };
        List<TurnId> turns = [];
        await using (var world = await World.StartAsync(record, _channel, _answering))
        {
            foreach (var sources in new[] { before, before, after })
            {
                _answering.Script = question => ScriptedAnswering.Quote(ScriptedAnswering.Article, 0, question.Text) with { Sources = sources };
                turns.Add((await world.AnswerAsync(_channel.Question("c", $"{turns.Count}", "one"))).Id);
            }
        }

        await using var later = await World.StartAsync(record, _channel, _answering);
        var made = new List<RecordedSources?>();
        foreach (var turn in turns)
        {
            made.Add((await later.Get<RecordedInputs>().FindAsync(turn, Token))!.Sources);
        }

        Assert.Equal(["It stood in the year 7.", "It stood in the year 7.", "The mill was closed."], made.Select(sources => sources!.Articles.Single(article => article.Slug == "a7").Text));
        Assert.All(made, sources => Assert.Equal(200, sources!.Articles.Length));
        Assert.All(made, sources => Assert.Equal(("answer", "Say it."), (sources!.Prompts.Single().Name, sources.Prompts.Single().Template)));
        Assert.All(made, sources => Assert.Equal("Call the desk.", sources!.Replies.Single().Texts["en"].Article.Text));
        Assert.All(made, sources => Assert.Equal(Settings, sources!.Settings));
        Assert.Equal((203, 4 + 1, 2, 1, 1), await CountAsync(later));
    }

    [Fact]
    public async Task What_answers_are_made_of_is_kept_as_long_as_one_of_them_and_no_longer()
    {
        var time = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var record = new SqliteRig();
        var sources = Sources(articles: 3);
        _answering.Script = question => ScriptedAnswering.Quote(ScriptedAnswering.Article, 0, question.Text) with { Sources = sources };
        TurnId second;
        await using (var world = await World.StartAsync(record, _channel, _answering, time))
        {
            await world.AnswerAsync(_channel.Question("c", "1", "one"));
            time.Advance(TimeSpan.FromDays(60));
            second = (await world.AnswerAsync(_channel.Question("c", "2", "two"))).Id;
        }

        await using var later = await World.StartAsync(record, _channel, _answering, time);
        time.Advance(TimeSpan.FromDays(35));
        await later.Get<Retention>().DeleteAsync(Token);
        Assert.Equal(3, (await later.Get<RecordedInputs>().FindAsync(second, Token))!.Sources!.Articles.Length);

        time.Advance(TimeSpan.FromDays(60));
        await later.Get<Retention>().DeleteAsync(Token);
        Assert.Equal((0, 0, 0, 0, 0), await CountAsync(later));
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_a_reader_wrote_once_it_is_deleted()
    {
        await using var record = new SqliteRig();
        await using (var world = await World.StartAsync(record, _channel, _answering))
        {
            _answering.Script = question => ScriptedAnswering.Quote(ScriptedAnswering.Article, 0, "It broke") with { Sources = Sources(articles: 3), Trace = new AnswerTrace { Standalone = question.Text, Kind = "Fact" } };
            var turn = await world.AnswerAsync(_channel.Question("c", "1", "my-secret-question"));
            await world.Get<ReaderPrivacy>().DeleteAsync("scripted", "asker of c", Token);
            Assert.Null(await world.Get<RecordedInputs>().FindAsync(turn.Id, Token));
        }

        await using var later = await World.StartAsync(record, _channel, _answering);
        var kept = await later.Get<RecordStore>().ReadAsync((context, token) => context.Kept.ToListAsync(token), Token);
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, row => KeptDocument.Read<JsonElement>(row.Document).GetRawText().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_setting_says_so()
    {
        await using var record = new SqliteRig();
        _answering.Script = question => ScriptedAnswering.Quote(ScriptedAnswering.Article, 0, question.Text) with { Sources = Sources(articles: 3) };
        TurnId turn;
        await using (var world = await World.StartAsync(record, _channel, _answering, settings: ("Records:KeepSources", "false")))
        {
            turn = (await world.AnswerAsync(_channel.Question("c", "1", "one"))).Id;
        }

        await using var later = await World.StartAsync(record, _channel, _answering);
        Assert.Null((await later.Get<RecordedInputs>().FindAsync(turn, Token))!.Sources);
        Assert.Equal((1, 0, 0, 0, 0), await CountAsync(later));
    }

    private async Task<IRecordRig> RigAsync(bool shared) => shared ? await postgres.RigAsync() : new SqliteRig();

    private static AnswerSources Sources(int articles) => new()
    {
        Articles = Enumerable.Range(0, articles)
            .Select(number => Indexed(Some.Article($"a{number}", string.Create(CultureInfo.InvariantCulture, $"It stood in the year {number}."))))
            .ToDictionary(article => article.Article.Slug),
        Replies = [FixedReply.Of("desk", ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("en", ["desk"]), new Dictionary<string, Article> { ["en"] = Some.Article("reply:desk:en", "Call the desk.") })],
        Prompts = [new PromptText("answer", "0123456789ab", "Say it.", "{}")],
        Settings = Settings,
        Moment = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private static Dictionary<string, IndexedArticle> Edited(IReadOnlyDictionary<string, IndexedArticle> articles, string slug, string text) =>
        articles.ToDictionary(article => article.Key, article => article.Key == slug ? Indexed(Some.Article(slug, text)) : article.Value);

    private static IndexedArticle Indexed(Article article) => new(article, PassageSplitter.Split(article));

    private static Task<(int Versions, int Shelves, int Wholes, int Prompts, int Replies)> CountAsync(World world) => world.Get<RecordStore>().ReadAsync(
        async (context, token) =>
        {
            var keys = await context.Kept.Select(row => row.Key).ToListAsync(token);
            int Of(string kind) => keys.Count(key => key.StartsWith(kind + "/", StringComparison.Ordinal));
            return (await context.Versions.CountAsync(token), Of("shelf"), Of("sources"), Of("prompt"), Of("replies"));
        },
        Token);
}
