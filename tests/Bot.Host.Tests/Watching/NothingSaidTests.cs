namespace Bot.Host.Tests.Watching;

/// <summary>What is told of Bot tells nothing of its readers, its articles and its secrets.</summary>
[Collection(nameof(WatchedAlone))]
public sealed class NothingSaidTests(EveryChannel questions)
{
    public static TheoryData<string> Words => [EveryChannel.Reader, EveryChannel.Article, EveryChannel.Model, EveryChannel.Secret, "MTA.the-token"];

    [Theory, MemberData(nameof(Words))]
    public void A_collector_gets_no(string word)
    {
        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], questions.Collector.Paths);
        Assert.DoesNotContain(word, questions.Collector.Everything, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Words))]
    public void Prometheus_gets_no(string word) => Assert.DoesNotContain(word, questions.Page, StringComparison.OrdinalIgnoreCase);

    [Theory, MemberData(nameof(Words))]
    public void The_log_has_no(string word) => Assert.DoesNotContain(questions.Host.Log.Lines, line => line.Contains(word, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Tokens_that_were_given_out_are_nowhere()
    {
        var all = string.Join('\n', [questions.Collector.Everything, questions.Page, .. questions.Host.Log.Lines]);
        Assert.NotEmpty(questions.Tokens);
        Assert.All(questions.Tokens, token => Assert.DoesNotContain(token, all, StringComparison.Ordinal));
    }

    [Fact]
    public void No_span_has_events_or_messages_of_errors() =>
        Assert.All(questions.Collector.Spans, span => Assert.Equal((0, ""), (span.Events, span.StatusMessage)));
}
