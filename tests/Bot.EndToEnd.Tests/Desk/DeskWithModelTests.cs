using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.EndToEnd.Tests.Desk;

/// <summary>The editors' desk of a host that asks a model, in a real browser.</summary>
public sealed class DeskWithModelTests(ReadersPage page, ModelledDeskHost desk) : IClassFixture<ModelledDeskHost>
{
    private const string Slug = "hallowmere-tram-opens";
    private const string Supported = "Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops";
    private const string Untrue = "It was paid for by 52 dragons";
    private const string Elsewhere = "Eleven trams, built in the neighbouring town of Wick Harrow, each carry up to 210 passengers";

    [Fact]
    public async Task An_editor_picks_a_model_and_sees_what_it_wrote_and_what_became_of_each_sentence()
    {
        // The first is cited rightly, the second nowhere supported, the third by a number that is none of the passages'.
        desk.Model.Says = _ => $"{Supported} [1]. {Untrue} [1]. {Elsewhere} [77].";
        await using var editor = await desk.EditorAsync(page);
        var tab = editor.Page;
        await Expect(tab.Locator(".note")).ToHaveCountAsync(0);
        await tab.GetByLabel("Model", new() { Exact = true }).SelectOptionAsync("other");
        await tab.GetByLabel("The other model's name").FillAsync("another-model");
        await tab.Locator("#slug").SelectOptionAsync(Slug);
        await tab.Locator("#question").FillAsync("How long is Line 1?");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).Last.ClickAsync();

        var verdicts = tab.Locator(".verdicts li");
        await Expect(verdicts).ToHaveCountAsync(3);
        Assert.Equal("another-model", desk.Model.Named);
        await Expect(verdicts.Nth(0)).ToContainTextAsync($"supported {Supported}");
        await Expect(verdicts.Nth(1)).ToContainTextAsync($"dropped {Untrue}");
        await Expect(verdicts.Nth(2)).ToContainTextAsync($"repaired {Elsewhere}");
        await Expect(tab.GetByText("1 supported, 1 repaired, 1 dropped")).ToBeVisibleAsync();
        await Expect(tab.GetByRole(AriaRole.Region, new() { Name = "What was composed" })).ToHaveTextAsync($"{Supported} [1]. {Untrue} [1]. {Elsewhere} [77].");
        await Expect(tab.GetByRole(AriaRole.Region, new() { Name = "The prompt as the model got it" })).ToContainTextAsync("How long is Line 1?");
        await Expect(tab.Locator(".answer")).Not.ToContainTextAsync(Untrue);
        await editor.FindNoFaultAsync();
    }

    [Fact]
    public async Task A_model_judges_an_answer_in_the_tests_and_says_why()
    {
        desk.Model.Says = prompt => !prompt.Contains("CRITERION", StringComparison.Ordinal) ? $"{Supported} [1]."
            : prompt.Contains("It names both ends.", StringComparison.Ordinal) ? "PASS It does."
            : "FAIL It sings not.";
        await File.WriteAllTextAsync(
            desk.PathOf("knowledge/judged.tests.yaml"),
            $"- question: How long is Line 1?\n  article: {Slug}\n  assert:\n    - judge: It names both ends.\n    - engine: scripted\n- question: Where does Line 1 run?\n  article: {Slug}\n  assert:\n    - judge: It sings.\n",
            TestContext.Current.CancellationToken);
        await using var editor = await desk.EditorAsync(page);
        var tab = editor.Page;

        await tab.GetByRole(AriaRole.Button, new() { Name = "Tests", Exact = true }).ClickAsync();
        await tab.Locator("#words").FillAsync("judged");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Run the tests" }).ClickAsync();

        await Expect(tab.GetByText("1 passed, 1 failed, 0 skipped")).ToBeVisibleAsync();
        await Expect(tab.GetByRole(AriaRole.Region, new() { Name = "Results" })).ToContainTextAsync("It sings not.");
    }
}
