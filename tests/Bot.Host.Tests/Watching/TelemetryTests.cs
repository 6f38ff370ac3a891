using System.Text.RegularExpressions;

namespace Bot.Host.Tests.Watching;

/// <summary>What is told of questions by every channel, to a collector, to Prometheus and in the log.</summary>
[Collection(nameof(WatchedAlone))]
public sealed partial class TelemetryTests(EveryChannel questions)
{
    private const string FirstTrace = "4bf92f3577b34da6a3ce929d0e0e4736";

    private IReadOnlyList<CollectedSpan> OfTurns => [.. questions.Collector.Spans.Where(span => span.Name == "turn")];

    [Fact]
    public void A_question_is_one_trace_with_a_span_for_each_step()
    {
        var names = questions.Collector.Spans.Where(span => span.Trace == FirstTrace).Select(span => span.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(Set("POST /api/ask", "record", "turn", "answer", "understand", "search", "compose", "chat scripted", "check", "deliver", "render"), names);
    }

    [Fact]
    public void The_steps_of_a_question_are_below_its_turn_and_the_turn_below_its_recording()
    {
        var spans = questions.Collector.Spans;
        var turn = OfTurns.Single(span => span.Attributes["bot.turn"] == questions.Asked);
        var answer = spans.Single(span => span.Parent == turn.Id && span.Name == "answer");

        Assert.Equal("record", spans.Single(span => span.Id == turn.Parent).Name);
        Assert.Equal(["check", "compose", "search", "understand"], spans.Where(span => span.Parent == answer.Id).Select(span => span.Name).Order(StringComparer.Ordinal));
        Assert.Single(spans, span => span.Parent == turn.Id && span.Name == "deliver");
    }

    [Fact]
    public void Every_channel_has_its_turns()
    {
        Assert.Equal(["botframework", "directline", "discord", "web"], OfTurns.Select(span => span.Attributes["bot.channel"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["botframework", "directline", "discord", "web"], Labels("bot_questions_ended_total", "channel"));
        Assert.Equal(["botframework", "directline", "discord", "web"], questions.Collector.Spans.Where(span => span.Name == "render").Select(span => span.Attributes["bot.channel"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_call_of_the_model_has_the_attributes_of_the_conventions()
    {
        var call = questions.Collector.Spans.First(span => span.Name == "chat scripted" && span.Attributes["gen_ai.prompt.name"] == "answer" && !span.Attributes.ContainsKey("error.type"));

        Assert.Equal(3UL, call.Kind);
        Assert.Equal("Bot.Answering", call.Scope);
        Assert.Equal(("chat", "openai", "scripted", "127.0.0.1"), (call.Attributes["gen_ai.operation.name"], call.Attributes["gen_ai.provider.name"], call.Attributes["gen_ai.request.model"], call.Attributes["server.address"]));
        Assert.Equal(("stop", "0", "true"), (call.Attributes["gen_ai.response.finish_reasons"], call.Attributes["gen_ai.request.temperature"], call.Attributes["gen_ai.request.stream"]));
        Assert.True(int.Parse(call.Attributes["gen_ai.usage.input_tokens"], null) > 0);
        Assert.True(int.Parse(call.Attributes["gen_ai.usage.output_tokens"], null) > 0);
        Assert.True(call.Attributes.ContainsKey("gen_ai.request.max_tokens") && call.Attributes.ContainsKey("server.port"));
    }

    [Fact]
    public void A_call_that_fails_says_how()
    {
        Assert.Contains(questions.Collector.Spans, span => span.Name == "chat scripted" && span.Attributes.GetValueOrDefault("error.type") == "ServerError");
        Assert.Contains("ServerError", Labels("bot_model_failures_total", "kind"));
        Assert.Contains("true", Labels("bot_questions_answered_total", "degraded"));
    }

    [Fact]
    public void What_the_claim_check_drops_is_counted() => Assert.True(Value("bot_claims_total", "verdict=\"dropped\"") >= 1);

    [Fact]
    public void Tokens_and_what_is_left_of_them_are_measured()
    {
        Assert.Equal(["input", "output"], Labels("gen_ai_client_token_usage_count", "gen_ai_token_type"));
        Assert.Equal(1_000_000, Value("bot_model_tokens_today", "") + Value("bot_model_tokens_left", ""));
    }

    [Fact]
    public void The_gateway_and_the_waits_for_Discords_limits_are_measured()
    {
        Assert.Equal(1, Value("bot_discord_shards", "state=\"connected\""));
        Assert.True(Value("bot_discord_heartbeat_latency_seconds_count", "") >= 1);
        Assert.True(Value("bot_discord_ratelimit_refusals_total", "limit=\"user\"") >= 1);
        Assert.True(Value("bot_discord_ratelimit_wait_seconds_count", "limit=\"bucket\"") >= 1);
    }

    [Fact]
    public void Articles_have_an_age_and_files_that_cannot_be_read_are_counted()
    {
        Assert.Equal(["newest", "oldest"], Labels("bot_articles_age_seconds", "article"));
        Assert.Equal(1, Value("bot_articles_broken", ""));
    }

    [Fact]
    public void Lines_of_the_log_bear_their_turn_and_its_trace()
    {
        var turns = OfTurns.ToDictionary(span => span.Attributes["bot.turn"], span => span.Trace, StringComparer.Ordinal);
        var lines = questions.Collector.Lines.Where(line => line.Category == "Bot.Answering.Models.OutageLog").ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(turns[line.Attributes["TurnId"]], line.Trace));
        Assert.Contains(questions.Host.Log.Lines, line => line.Contains("Bot.Answering.Models.OutageLog", StringComparison.Ordinal) && turns.Keys.Any(turn => line.Contains($"TurnId={turn}", StringComparison.Ordinal)) && line.Contains("TraceId=", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_tells_it_says_who_it_is() =>
        Assert.All(questions.Collector.Resources, resource =>
        {
            Assert.Equal(("bot", "test", Environment.MachineName), (resource["service.name"], resource["deployment.environment.name"], resource["host.name"]));
            Assert.True(resource.ContainsKey("service.instance.id") && resource.ContainsKey("service.version"));
        });

    [Fact]
    public void The_collector_gets_the_key_that_it_asks_for_and_the_same_measurements_as_Prometheus()
    {
        Assert.All(questions.Collector.Headers, headers => Assert.Contains("skwidnot-collector", headers, StringComparison.Ordinal));
        Assert.Superset(Set("bot.questions.received", "bot.questions.answered", "bot.answer.step.duration", "bot.record.duration", "gen_ai.client.operation.duration", "http.server.request.duration"), questions.Collector.Metrics.ToHashSet(StringComparer.Ordinal));
    }

    // Whoever adds a label decides here that it has few values.
    [Fact]
    public void Labels_are_of_a_list_of_those_with_few_values()
    {
        var listed = Set(
            "admission", "article", "channel", "cpu_mode", "degraded", "done", "engine", "error_type", "gc_heap_generation", "gen_ai_operation_name", "gen_ai_provider_name", "gen_ai_request_model", "gen_ai_token_type",
            "how", "http_request_method", "http_response_status_code", "http_route", "kind", "le", "limit", "operation", "otel_scope_name", "outcome", "seen", "server_address", "server_port", "state", "step", "then", "type", "verdict");

        Assert.Subset(listed, questions.Page.Split('\n').Where(line => Measured().IsMatch(line)).SelectMany(line => Label().Matches(line)).Select(label => label.Groups[1].Value).ToHashSet(StringComparer.Ordinal));
    }

    private static HashSet<string> Set(params ReadOnlySpan<string> names) => [.. names];

    private IEnumerable<string> Labels(string metric, string label) => Lines(metric)
        .SelectMany(line => Label().Matches(line)).Where(match => match.Groups[1].Value == label).Select(match => match.Groups[2].Value).Distinct().Order(StringComparer.Ordinal);

    private double Value(string metric, string like) => Lines(metric).Where(line => line.Contains(like, StringComparison.Ordinal)).Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));

    private IEnumerable<string> Lines(string metric) => questions.Page.Split('\n').Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal));

    [GeneratedRegex("^(?:bot|gen_ai|http|dotnet)_", RegexOptions.NonBacktracking)]
    private static partial Regex Measured();

    [GeneratedRegex("([a-z_]+)=\"([^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
