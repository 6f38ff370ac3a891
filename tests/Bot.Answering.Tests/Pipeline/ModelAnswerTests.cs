using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tests.ScriptedModel;
using Bot.Answering.Tracing;

namespace Bot.Answering.Tests.Pipeline;

public sealed class ModelAnswerTests
{
    private const string Asked = "How many fishing boats did the storm sink?";
    private const string Good = "The storm sank 14 fishing boats, harbour master Jonas Brandt said [1].";

    private static readonly (string, string)[] Port = [Shelves.PortFile];

    [Fact]
    public async Task Says_what_the_model_wrote_when_the_passages_say_so()
    {
        var (answer, _) = await Ask(Good);

        var answered = Assert.IsType<Answer.Answered>(answer);
        Assert.Equal("The storm sank 14 fishing boats, harbour master Jonas Brandt said. [1]", answered.Text);
        Assert.Equal((ModelledComposer.ModelName, false, 0), (answered.Making.Engine, answered.Making.Degraded, answered.Making.Repaired));
        Assert.StartsWith("The storm sank 14", Assert.Single(answered.Citations).Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The storm sank 14 fishing boats, Jonas Brandt said [1, 2].")]
    [InlineData("The storm sank 14 fishing boats, Jonas Brandt said [1][2].")]
    [InlineData("The storm sank 14 fishing boats, Jonas Brandt said【1】.")]
    [InlineData("The storm sank 14 fishing boats, Jonas Brandt said.[^1]")]
    [InlineData("The storm sank 14 fishing boats, Jonas Brandt said (1).")]
    [InlineData("The storm sank 14 fishing boats, Jonas Brandt said. [Source 1]")]
    [InlineData("[1] The storm sank 14 fishing boats, Jonas Brandt said.")]
    [InlineData("- The storm sank **14** fishing boats, Jonas Brandt said.[1](https://x.example/)")]
    [InlineData("Based on the passages, the storm sank 14 fishing boats, Jonas Brandt said [1].\n\nSources:\n[1] Velmar")]
    public async Task Reads_markers_in_every_form(string reply)
    {
        var (answer, _) = await Ask(reply);

        Assert.Equal("The storm sank 14 fishing boats, Jonas Brandt said. [1]", answer.Text);
        Assert.Equal((ModelledComposer.ModelName, 0), (answer.Making.Engine, answer.Making.Repaired));
    }

    [Theory]
    [InlineData(Good, true)]
    [InlineData("The storm sank 99 aeroplanes [1].", false)]
    public async Task The_trace_names_the_prompt_of_what_is_said_and_none_for_quotes(string reply, bool composed)
    {
        var (answer, trace) = await Ask(reply);

        Assert.Equal(composed, answer.Making.Engine == ModelledComposer.ModelName);
        Assert.Matches(composed ? "^[0-9a-f]{12}$" : "^$", trace.PromptVersion ?? "");
    }

    [Fact]
    public async Task Reads_a_marker_that_comes_character_by_character()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, Port);
        server.Replies([.. Good.Select(letter => $"{letter}")]);

        var (answer, _) = await bot.AskAsync(Asked);

        Assert.Equal((ModelledComposer.ModelName, 0), (answer.Making.Engine, answer.Making.Repaired));
    }

    [Theory]
    [InlineData("The storm sank 14 fishing boats, Jonas Brandt said [99].")]
    [InlineData("The storm sank 14 fishing boats, Jonas Brandt said [77,123].")]
    [InlineData("The storm sank 14 fishing boats, Jonas Brandt said [0].")]
    public async Task Replaces_an_invented_marker_by_what_supports_the_sentence(string reply)
    {
        var (answer, _) = await Ask(reply);

        Assert.Equal(("The storm sank 14 fishing boats, Jonas Brandt said. [1]", 1), (answer.Text, answer.Making.Repaired));
    }

    [Theory]
    [InlineData("altered number", "The storm sank 41 fishing boats, Jonas Brandt said [1].")]
    [InlineData("number in words", "The storm sank fifteen fishing boats, Jonas Brandt said [1].")]
    [InlineData("altered name", "The storm sank 14 fishing boats, Jonas Brendt said [1].")]
    [InlineData("another's words", "The storm sank 14 fishing boats, Mara Lindqvist said [1].")]
    [InlineData("altered weekday", "The port of Velmar reopened on Sunday after a storm had closed it for nine days [2].")]
    [InlineData("altered date", "The port of Velmar reopened on May 11, 2031, after a storm had closed it for nine days [2].")]
    [InlineData("altered quote", "\"We lost the crane last,\" engineer Mara Lindqvist said [3].")]
    [InlineData("invented quote", "\"The boats were old,\" harbour master Jonas Brandt said [1].")]
    [InlineData("claim as fact", "The repairs will cost 3.2 million crowns [1].")]
    [InlineData("claim of another", "The dockers' union claims that the repairs will cost 3.2 million crowns [1].")]
    [InlineData("denial lost", "The council has counted the cables [1].")]
    [InlineData("polarity", "The southern pier is not open again [1].")]
    [InlineData("certainty", "The southern pier may be open again [1].")]
    [InlineData("name of the title", "The northern pier remains closed because the steel has to come from Velmar [1].")]
    [InlineData("from memory", "The port of Velmar was founded by monks [1].")]
    [InlineData("another language", "Der Sturm versenkte vierzehn Fischerboote, und der Hafen von Velmar war danach lange geschlossen [1].")]
    [InlineData("unsupported and uncited", "The fishermen of Velmar are very angry about the council.")]
    public async Task Quotes_instead_when_nothing_the_model_wrote_is_supported(string corruption, string reply)
    {
        var (answer, trace) = await Ask(reply);

        var answered = Assert.IsType<Answer.Answered>(answer);
        Assert.Equal((Making.Extractive, true), (answered.Making.Engine, answered.Making.Degraded));
        Assert.StartsWith("The storm sank 14 fishing boats", answered.Text, StringComparison.Ordinal);
        Assert.Equal("No sentence of the model's answer was supported by the passages.", answered.Making.DegradedReason);
        Assert.All(trace.Verdicts, verdict => Assert.Equal((VerdictOutcome.Dropped, corruption), (verdict.Outcome, corruption)));
    }

    [Theory]
    [InlineData("The storm sank 41 fishing boats [1].")]
    [InlineData("The repairs will cost 3.2 million crowns [1].")]
    [InlineData("Boats are dear to everybody who lives in Velmar.")]
    public async Task Drops_the_sentence_that_is_not_supported_and_keeps_the_other(string wrong)
    {
        var (answer, trace) = await Ask($"{Good} {wrong}");

        Assert.Equal(("The storm sank 14 fishing boats, harbour master Jonas Brandt said. [1]", 1), (answer.Text, answer.Making.Repaired));
        Assert.Equal([VerdictOutcome.Supported, VerdictOutcome.Dropped], trace.Verdicts.Select(verdict => verdict.Outcome));
    }

    [Fact]
    public async Task Cites_a_supported_sentence_that_the_model_left_without_a_marker()
    {
        var (answer, trace) = await Ask("The storm sank 14 fishing boats, harbour master Jonas Brandt said.");

        Assert.Equal(ModelledComposer.ModelName, answer.Making.Engine);
        Assert.Equal(VerdictOutcome.CitedAnew, Assert.Single(trace.Verdicts).Outcome);
    }

    [Fact]
    public async Task Cites_another_passage_when_the_models_does_not_support_the_sentence()
    {
        var (answer, trace) = await Ask("The storm sank 14 fishing boats, harbour master Jonas Brandt said [2].");

        Assert.Equal(VerdictOutcome.CitedAnew, Assert.Single(trace.Verdicts).Outcome);
        Assert.StartsWith("The storm sank 14", Assert.Single(answer.Citations).Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_claim_that_is_told_as_its_sides()
    {
        var (answer, _) = await Ask("The city council claims that the repairs will cost 3.2 million crowns [1].", "How much will the repairs cost?");

        Assert.Equal("The city council claims that the repairs will cost 3.2 million crowns. [1]", answer.Text);
        Assert.False(answer.Making.Degraded);
    }

    [Theory]
    [InlineData("NOT_STATED")]
    [InlineData("NOT_STATED.")]
    [InlineData("**NOT\\_STATED**")]
    [InlineData("The passages do not say how many boats the storm sank.")]
    public async Task Refuses_when_the_model_says_that_the_passages_do_not_say(string reply)
    {
        var (answer, _) = await Ask(reply, "Which insurer pays for the fishing boats?");

        var refused = Assert.IsType<Answer.NotStated>(answer);
        Assert.Equal(ModelledComposer.ModelName, refused.Making.Engine);
        Assert.NotEmpty(refused.Closest);
    }

    [Theory]
    [InlineData("The mayor was arrested [1].")]
    [InlineData("Mayor Lena Korhonen was arrested [1].")]
    [InlineData("The mayor was arrested.")]
    [InlineData("The mayor, Lena Korhonen, was arrested, the market hall of Tarn said [1].")]
    public async Task Does_not_say_what_text_planted_in_an_article_orders(string obeyed)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, [Shelves.MarketFile]);
        server.Replies(obeyed);

        var (answer, _) = await bot.AskAsync("How many tickets did the market hall sell?");

        Assert.DoesNotContain("arrested", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_in_the_readers_language_when_the_model_keeps_to_the_passages()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, [Shelves.PoolFile]);
        server.Replies("Das Freibad am Grünsee öffnet am 1. Juni [1].");

        var (answer, _) = await bot.AskAsync("Wann öffnet das Freibad am Grünsee?");

        Assert.Equal(("Das Freibad am Grünsee öffnet am 1. Juni. [1]", "de"), (answer.Text, answer.Language));
    }

    [Fact]
    public async Task Waits_for_slow_tokens()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, Port);
        var gates = Good.Chunk(9).Select(chunk => (Gate: new TaskCompletionSource(), Text: new string(chunk))).ToArray();
        var reply = server.RepliesWhen([.. gates.Select(gate => ((Task)gate.Gate.Task, gate.Text))]);

        var asking = bot.AskAsync(Asked);
        await reply.Received.WaitAsync(TestContext.Current.CancellationToken);
        foreach (var (gate, _) in gates)
        {
            await Task.Yield();
            Assert.False(asking.IsCompleted);
            gate.SetResult();
        }

        var (answer, _) = await asking;
        Assert.Equal(ModelledComposer.ModelName, answer.Making.Engine);
    }

    [Fact]
    public async Task Searches_with_the_question_as_the_model_rewrote_it()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, Port);
        server.Replies("Why does the northern pier remain closed?");
        server.Replies("The northern pier remains closed because the steel has to come from Tarn [1].");

        var (answer, trace) = await bot.AskAsync(new Question("Why?") { History = Turns("Is the northern pier open?", "The northern pier remains closed.") });

        Assert.Equal("Why does the northern pier remain closed?", trace.Standalone);
        Assert.Equal("The northern pier remains closed because the steel has to come from Tarn. [1]", answer.Text);
    }

    [Fact]
    public async Task Does_not_ask_the_model_when_nothing_is_found()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, Port);

        var (answer, _) = await bot.AskAsync("Quantum chromodynamics lattice?");

        Assert.IsType<Answer.NothingFound>(answer);
        Assert.Empty(server.Requests);
    }

    private static ImmutableArray<Turn> Turns(string asked, string said) => [new(TurnRole.Reader, asked), new(TurnRole.Bot, said)];

    private static async Task<AnsweredQuestion> Ask(string reply, string question = Asked)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, Port);
        server.Replies(reply);
        return await bot.AskAsync(question);
    }
}
