using System.Net;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tests.ScriptedModel;

namespace Bot.Answering.Tests.Pipeline;

public sealed class FailingModelAnswerTests
{
    private const string Asked = "How many fishing boats did the storm sink?";
    private const string Good = "The storm sank 14 fishing boats, Jonas Brandt said [1].";
    private const string Quoted = "The storm sank 14 fishing boats and tore a crane from the northern pier, harbour master Jonas Brandt said. [1]";

    private static readonly TimeSpan FirstToken = TimeSpan.FromSeconds(70);

    public static TheoryData<string, string> Failures { get; } = new()
    {
        { "401", "401 " },
        { "429 for ever", "429 " },
        { "500 for ever", "500 " },
        { "timeout", "AttemptTimeout" },
        { "silence", "FirstTokenTimeout" },
        { "stall", "StallTimeout" },
        { "cut off", "broke the connection" },
        { "filtered request", "content filter" },
        { "filtered reply", "content filter" },
        { "empty", "replied with nothing" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Quotes_says_so_and_tells_the_operator_why(string failure, string reason)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(
            server,
            new ImpatientTime(wait => wait > TimeSpan.FromSeconds(0.5) && wait < TimeSpan.FromSeconds(20)) { IsOverWhenBegunAnew = wait => failure == "silence" && wait == FirstToken },
            [Shelves.PortFile],
            [.. Limits(failure)]);
        Script(server, failure);

        var (answer, _) = await bot.AskAsync(Asked);

        var answered = Assert.IsType<Answer.Answered>(answer);
        Assert.StartsWith(Quoted, answered.Text, StringComparison.Ordinal);
        Assert.Equal((Making.Extractive, true), (answered.Making.Engine, answered.Making.Degraded));
        Assert.Contains(reason, answered.Making.DegradedReason, StringComparison.Ordinal);
        Assert.DoesNotContain(answered.Making.DegradedReason!, answered.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Answers_with_the_model_when_a_later_attempt_succeeds(HttpStatusCode status)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(
            server, new ImpatientTime(wait => wait > TimeSpan.FromSeconds(0.3) && wait < TimeSpan.FromSeconds(20)), [Shelves.PortFile], ("MaxRetries", "2"));
        server.Fails(status, TimeSpan.FromSeconds(7));
        server.Fails(status, TimeSpan.FromSeconds(7));
        server.Replies(Good);

        var (answer, _) = await bot.AskAsync(Asked);

        Assert.Equal((ModelledComposer.ModelName, false), (answer.Making.Engine, answer.Making.Degraded));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Quotes_when_the_days_tokens_are_spent()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, [Shelves.PortFile], ("TokensPerDay", "3500"));
        server.Replies(Good).WithUsage(3000, 30);

        var (first, _) = await bot.AskAsync(Asked);
        var (second, trace) = await bot.AskAsync(Asked);

        Assert.Equal((ModelledComposer.ModelName, Making.Extractive), (first.Making.Engine, second.Making.Engine));
        Assert.Null(trace.PromptVersion);
        Assert.Contains("Model:TokensPerDay is 3500", second.Making.DegradedReason, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Searches_the_follow_up_by_words_alone_when_rewriting_fails()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, [Shelves.PortFile]);
        server.Fails(HttpStatusCode.InternalServerError);
        server.Replies("The northern pier remains closed because the steel has to come from Tarn [1].");

        var (answer, _) = await bot.AskAsync(new Question("Why?") { History = [new(TurnRole.Reader, "Is the northern pier closed?"), new(TurnRole.Bot, "The northern pier remains closed.")] });

        Assert.StartsWith("The northern pier remains closed because", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ModelledComposer.ModelName, answer.Making.Engine);
    }

    // Short only where it is to be met: a busy machine meets it before what else is to fail.
    private static IEnumerable<(string, string)> Limits(string failure) => failure switch
    {
        "429 for ever" or "500 for ever" => [("MaxRetries", "2")],
        "timeout" => [("AttemptTimeout", "00:00:00.1")],
        "silence" => [("FirstTokenTimeout", $"{FirstToken}")],
        "stall" => [("StallTimeout", "00:00:00.3")],
        _ => [],
    };

    private static void Script(ScriptedModelServer server, string failure)
    {
        for (var attempt = 0; attempt < (failure.EndsWith("for ever", StringComparison.Ordinal) ? 3 : 1); attempt++)
        {
            _ = failure switch
            {
                "401" => server.Fails(HttpStatusCode.Unauthorized, code: "invalid_api_key"),
                "429 for ever" => server.Fails(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)),
                "500 for ever" => server.Fails(HttpStatusCode.InternalServerError),
                "timeout" => server.Hangs(),
                "silence" => server.Replies().ThenHangs(),
                "stall" => server.StallsAfter("The storm sank 14 fishing boats [1]. The"),
                "cut off" => server.CutsOffAfter("The storm sank 14 fishing boats [1]. The"),
                "filtered request" => server.Fails(HttpStatusCode.BadRequest, code: "content_filter"),
                "filtered reply" => server.FiltersAfter("The storm sank 14 fishing boats [1]."),
                "empty" => server.Replies(" \n"),
                _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "Not scripted."),
            };
        }
    }
}
