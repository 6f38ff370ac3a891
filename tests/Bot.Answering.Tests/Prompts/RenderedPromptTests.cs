using Bot.Answering.Composing;
using Bot.Answering.Questions;
using Bot.Answering.Tests.ScriptedModel;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Tests.Prompts;

public sealed class RenderedPromptTests
{
    [Fact]
    public async Task The_answer_prompt_as_the_model_gets_it()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        server.Replies("NOT_STATED");

        var composed = await bot.Composer.ComposeAsync(Everything(), TestContext.Current.CancellationToken);

        Approved.Matches(composed.RenderedPrompt!);
    }

    [Fact]
    public async Task The_standalone_question_prompt_as_the_model_gets_it()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        server.Replies("When does the bridge open?");

        await bot.Composer.StandaloneAsync(Everything().Question, TestContext.Current.CancellationToken);

        Approved.Matches($"[system]\n{server.Requests[0].System}\n\n[user]\n{server.Requests[0].User}");
    }

    private static Material Everything()
    {
        var question = new Question("And when will it open?")
        {
            History = [new Turn(TurnRole.Reader, "Why is the bridge closed?"), new Turn(TurnRole.Bot, "Cracks were found in its piers.\nThey are deep.")],
        };
        var undated = SomeMaterial.Article("Engineers saw the cracks.", "Notes") with { Published = null };
        return new Material(question, "When will the bridge open?", "de",
        [
            new NumberedPassage(1, SomeMaterial.Passage(SomeMaterial.BridgeText)),
            new NumberedPassage(2, Of("The bridge, Saturday, April 20, 2024.", PassageKind.Caption, credit: "A. Lens / Agency")),
            new NumberedPassage(3, Of("Repair | May\nOpening | June", PassageKind.Table, heading: "What comes next", header: "Work | Month")),
            new NumberedPassage(4, Of("We \"hope\" for June.", PassageKind.Quote, attribution: "Mayor R. Stein")),
            new NumberedPassage(5, Of("• Piers\n• Deck", PassageKind.List)),
            new NumberedPassage(6, new Passage(undated, 1, PassageKind.Paragraph, new TextSpan(0, undated.Text.Length), [new TextSpan(0, undated.Text.Length)])),
        ])
        {
            Read = QuestionReader.Read("When will the bridge open?", "en"),
            Sentences = [],
        };
    }

    private static Passage Of(
        string text, PassageKind kind, string? heading = null, string? header = null, string? credit = null, string? attribution = null)
    {
        var span = new TextSpan(0, text.Length);
        return new Passage(SomeMaterial.Article(text), 1, kind, span, [span]) { Heading = heading, TableHeader = header, Credit = credit, Attribution = attribution };
    }
}
