using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.EndToEnd.Tests.Desk;

/// <summary>The editors' desk, in a real browser. With <c>BOT_PICTURES</c> set to a folder, its pictures are put there.</summary>
public sealed class DeskInBrowserTests(ReadersPage page, DeskHost desk) : IClassFixture<DeskHost>
{
    private const string Slug = "hallowmere-tram-opens";
    private const string Question = "How long is Line 1?";
    private const string True = "Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops [[11.4 kilometres]].";
    private const string Untrue = "It was paid for by 52 dragons <img src=\"http://elsewhere.example.org/a.png\" onerror=\"document.title=1\"> [[11.4 kilometres]].";

    [Fact]
    public async Task An_editor_asks_and_follows_a_citation_to_the_words_in_the_article()
    {
        await using var editor = await desk.EditorAsync(page);
        await AskAsync(editor.Page);

        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Show source 1 in the article" }).First.ClickAsync();

        await Expect(editor.Mark.First).ToBeFocusedAsync();
        Assert.Contains("11.4 kilometres", await editor.MarkedAsync(), StringComparison.Ordinal);
        Assert.Contains("prompts have no effect", await editor.Page.Locator(".note").InnerTextAsync(), StringComparison.Ordinal);
        await editor.FindNoFaultAsync();
    }

    [Theory]
    [InlineData("light", 1440, 900, ColorScheme.Light)]
    [InlineData("dark", 1440, 900, ColorScheme.Dark)]
    [InlineData("phone", 390, 844, ColorScheme.Dark)]
    public async Task An_editor_changes_a_prompt_and_compares_it_with_the_one_on_disk(string name, int width, int height, ColorScheme scheme)
    {
        var onDisk = await File.ReadAllTextAsync(desk.PathOf("prompts/answer/skprompt.txt"), TestContext.Current.CancellationToken);
        await using var editor = await desk.EditorAsync(page, width, height, scheme);
        var tab = editor.Page;
        await tab.GetByLabel("Model", new() { Exact = true }).SelectOptionAsync("scripted");
        await tab.GetByLabel("The model's reply").FillAsync($"{True} {Untrue}");
        await tab.Locator("#template").FillAsync(onDisk.Replace("<message role=\"system\">", "<message role=\"system\">Speak like a pilot. ", StringComparison.Ordinal));
        await tab.Locator("#question").FillAsync(Question);

        await tab.GetByRole(AriaRole.Button, new() { Name = "Compare with the prompt on disk" }).ClickAsync();

        await Expect(tab.Locator(".answer")).ToHaveCountAsync(2);
        var prompt = tab.GetByRole(AriaRole.Region, new() { Name = "The prompt as the model got it" });
        await Expect(prompt).ToContainTextAsync("Speak like a pilot.");
        await Expect(tab.Locator(".verdicts .bad")).ToContainTextAsync("52 dragons");
        await Expect(tab.GetByRole(AriaRole.Region, new() { Name = "What was composed" })).ToContainTextAsync("<img src=");
        await editor.PictureAsync($"desk-{name}");
        await editor.FindNoFaultAsync();
        await tab.Locator(".answer").First.GetByRole(AriaRole.Button, new() { Name = "Trace" }).ClickAsync();
        await Expect(prompt).Not.ToContainTextAsync("Speak like a pilot.");
        Assert.Equal(onDisk, await File.ReadAllTextAsync(desk.PathOf("prompts/answer/skprompt.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_editor_saves_a_prompt_that_is_whole_and_none_that_is_broken()
    {
        var file = desk.PathOf("prompts/standalone-question/skprompt.txt");
        var onDisk = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await using var editor = await desk.EditorAsync(page);
        var tab = editor.Page;
        await tab.GetByLabel("Prompt", new() { Exact = true }).SelectOptionAsync("standalone-question");
        await Expect(tab.Locator("#template")).ToHaveValueAsync(onDisk);

        await tab.Locator("#template").FillAsync("no messages");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save the prompt" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The template lacks {{$question}}." })).ToBeVisibleAsync();
        Assert.Equal(onDisk, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        await tab.Locator("#template").FillAsync(onDisk + "\n");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save the prompt" }).ClickAsync();
        await Expect(tab.GetByText("Saved: every answer uses it from now on.")).ToBeVisibleAsync();
        Assert.Equal(onDisk + "\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_editor_saves_an_answer_as_a_test_and_runs_it()
    {
        await using var editor = await desk.EditorAsync(page);
        var tab = editor.Page;
        await AskAsync(tab);
        await tab.GetByText("Save as a test").ClickAsync();
        await tab.GetByLabel("File; a new name makes a new file").FillAsync("knowledge/from-the-desk.tests.yaml");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save the test" }).ClickAsync();
        await Expect(tab.GetByText("Saved into knowledge/from-the-desk.tests.yaml.")).ToBeVisibleAsync();

        await tab.GetByRole(AriaRole.Button, new() { Name = "Tests", Exact = true }).ClickAsync();
        await tab.Locator("#words").FillAsync("from-the-desk");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Run the tests" }).ClickAsync();

        await Expect(tab.GetByText("1 passed, 0 failed, 0 skipped")).ToBeVisibleAsync();
        await Expect(tab.GetByRole(AriaRole.Region, new() { Name = "Results" })).ToContainTextAsync(Question);
        await editor.FindNoFaultAsync();
    }

    [Fact]
    public async Task An_editor_saves_a_refusal_as_a_test()
    {
        await using var editor = await desk.EditorAsync(page);
        var tab = editor.Page;
        await AskAsync(tab, "Which film won the prize at the festival of Hallowmere?");
        await tab.GetByText("Save as a test").ClickAsync();

        await tab.GetByRole(AriaRole.Button, new() { Name = "Save the test" }).ClickAsync();

        await Expect(tab.GetByText($"Saved into knowledge/{Slug}.tests.yaml.")).ToBeVisibleAsync();
        Assert.EndsWith(
            $"  - question: \"Which film won the prize at the festival of Hallowmere?\"\n    article: \"{Slug}\"\n    assert:\n      - refuses: true\n",
            await File.ReadAllTextAsync(desk.PathOf($"knowledge/{Slug}.tests.yaml"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_approves_a_correction_and_sees_what_readers_asked()
    {
        // An article that no other test has to do with.
        var article = desk.PathOf("knowledge/skerry-ferry.md");
        await File.WriteAllTextAsync(article, Ferry("210 passengers"), TestContext.Current.CancellationToken);
        await desk.AskAsync("When did the pool open?", "puerto-almeja-faro");
        await desk.AskAsync("How many passengers does the ferry of Skerry carry?", "skerry-ferry");
        await File.WriteAllTextAsync(article, Ferry("220 passengers"), TestContext.Current.CancellationToken);
        await using var editor = await desk.EditorAsync(page);
        var tab = editor.Page;

        await tab.GetByRole(AriaRole.Button, new() { Name = "Readers", Exact = true }).ClickAsync();
        await Expect(tab.Locator(".correction ins")).ToContainTextAsync("220 passengers");
        await Expect(tab.GetByText("How many passengers does the ferry of Skerry carry?")).ToBeVisibleAsync();
        await editor.FindNoFaultAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Approve: tell the readers" }).ClickAsync();

        await Expect(tab.GetByText("Approved: its readers are told.")).ToBeVisibleAsync();
        await Expect(tab.Locator(".correction")).ToHaveCountAsync(0);
        await tab.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "How many passengers" }).Last.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(tab.Locator("#question")).ToHaveValueAsync("How many passengers does the ferry of Skerry carry?");
    }

    [Fact]
    public async Task All_of_it_is_reached_by_the_keyboard()
    {
        await using var editor = await desk.EditorAsync(page);
        var tab = editor.Page;
        await tab.Locator("#question").FocusAsync();
        await tab.Keyboard.TypeAsync(Question);
        await tab.Keyboard.PressAsync("Control+Enter");
        await Expect(tab.Locator(".answer")).ToHaveCountAsync(1);

        await tab.Locator("body").EvaluateAsync("() => document.activeElement.blur()");
        HashSet<string> all = ["Ask", "Tests", "Readers", "slug", "question", "engine", "prompt", "template", "Read it again", "1", "Trace", "Save as a test"], reached = [];
        for (var at = 0; at < 100 && !all.IsSubsetOf(reached); at++)
        {
            await tab.Keyboard.PressAsync("Tab");
            reached.Add(await tab.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent.trim()"));
        }

        Assert.Superset(all, reached);
    }

    private static string Ferry(string passengers) => $"---\ntitle: The ferry of Skerry\npublished: 2014-05-14\nlanguage: en\n---\nThe ferry of Skerry carries up to {passengers}.\n";

    private static async Task AskAsync(IPage tab, string question = Question)
    {
        await tab.Locator("#slug").SelectOptionAsync(Slug);
        await tab.Locator("#question").FillAsync(question);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).Last.ClickAsync();
        await Expect(tab.Locator(".answer")).ToHaveCountAsync(1);
    }
}
