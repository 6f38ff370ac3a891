namespace Bot.EndToEnd.Tests.Playground;

/// <summary>Bot with a model, as readers see it in Teams, which Microsoft 365 Agents Playground plays.</summary>
public sealed class ModelInTeamsTests(ModelInTeamsTests.Rig rig) : IClassFixture<ModelInTeamsTests.Rig>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Labels_what_a_model_wrote()
    {
        rig.Require();
        var answer = await rig.Chat.SayAsync("How long is Line 1?", Stop);

        Assert.True(answer.Citations > 0, answer.Text);
        Assert.Contains("AI generated", await rig.Chat.LastWhole.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Quoted from", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_it_is_doing_and_puts_the_answer_in_its_place()
    {
        rig.Require();
        rig.Scripted.Hold();
        var before = rig.Client.Now();
        await rig.Chat.TypeAsync("How many stops has Line 1?");
        try
        {
            await rig.Chat.Last.GetByText("Looking in 4 articles…").WaitForAsync();
        }
        finally
        {
            rig.Scripted.Release();
        }

        var answer = await rig.Chat.NextAsync(before, Stop);

        Assert.Equal("final", answer.Stream);
        Assert.Contains(rig.Client.Since(before), told => told.Stream == "informative");
        await rig.Chat.Last.GetByText("Looking in").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        Assert.Contains("AI generated", await rig.Chat.LastWhole.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_an_answer_with_more_sources_than_are_taken_and_lists_them_all_on_demand()
    {
        rig.Require();
        rig.Said.Most = 30;
        try
        {
            var answer = await rig.Chat.SayAsync("What is the article about the tram in Hallowmere about, and what did Line 1 cost?", Stop);

            Assert.Equal(10, answer.Citations);
            Assert.Contains("[11]", answer.Text, StringComparison.Ordinal);
            await rig.Chat.PressAsync("Sources");
            await rig.Chat.Locator("text=[11]").Last.WaitForAsync();
            var sources = await rig.Chat.LastWhole.InnerTextAsync();
            Assert.All(Enumerable.Range(1, 11), number => Assert.Contains($"[{number}]", sources, StringComparison.Ordinal));
        }
        finally
        {
            rig.Said.Most = 1;
        }
    }

    /// <summary>A host with a scripted model.</summary>
    public sealed class Rig(ReadersPage readers) : PlaygroundRig(readers)
    {
        internal SentencesOfPassages Said { get; } = new();

        internal ScriptedModel Scripted => Model!;

        private protected override async Task<ScriptedModel?> ModelAsync(CancellationToken cancellationToken)
        {
            var model = await ScriptedModel.StartAsync(cancellationToken);
            model.Says = Said.Of;
            return model;
        }
    }
}
