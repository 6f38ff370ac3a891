using Bot.Answering.Prompts;
using Bot.Answering.Tests.ScriptedModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Answering.Tests.Prompts;

public sealed class PromptFolderTests : IDisposable
{
    private const string Config = """{"input_variables":[{"name":"question"},{"name":"history"}]}""";
    private const string Template = """
        <message role="system">Rewrite.</message>
        <message role="user">{{$history}} {{$question}}</message>
        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("prompts");
    private readonly FakeTimeProvider _time = new();
    private readonly CapturedLog _log = new();
    private readonly PromptFolder _folder;

    public PromptFolderTests() => _folder = new PromptFolder(
        Options.Create(new PromptOptions { Path = _root.FullName }), [], _time, LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<PromptFolder>());

    [Theory]
    [InlineData("answer")]
    [InlineData("standalone-question")]
    [InlineData("judge")]
    [InlineData("suggest-tests")]
    public void The_shipped_prompts_are_found_beside_the_executable_and_have_no_problem(string name)
    {
        var shipped = new PromptFolder(Options.Create(new PromptOptions()), [], _time, LoggerFactory.Create(_ => { }).CreateLogger<PromptFolder>());

        var loaded = shipped.Load(name switch { "answer" => PromptSignature.Answer, "judge" => PromptSignature.Judge, "suggest-tests" => PromptSignature.SuggestTests, _ => PromptSignature.StandaloneQuestion });

        Assert.Empty(loaded.Problems);
        Assert.Matches("^[0-9a-f]{12}$", loaded.Current!.Version);
    }

    [Fact]
    public void A_changed_file_is_read_again_after_a_second_and_has_another_version()
    {
        Write(Template, Config);
        var first = Load();
        Write(Template + "\n", Config);

        Assert.Same(first, Load());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first.Current!.Version, Load().Current!.Version);
    }

    [Fact]
    public void The_same_files_have_the_same_version_whatever_their_line_ends()
    {
        Write(Template, Config);
        var first = Load().Current!.Version;
        Write(Template.ReplaceLineEndings("\r\n"), Config);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(first, Load().Current!.Version);
    }

    [Fact]
    public void A_broken_prompt_is_reported_once_and_the_last_good_one_stays()
    {
        Write(Template, Config);
        var good = Load().Current;
        Write(Template.Replace("$history", "$histroy", StringComparison.Ordinal), Config);
        _time.Advance(TimeSpan.FromSeconds(1));
        var broken = Load();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Same(broken.Problems[0], Load().Problems[0]);
        Assert.Same(good, broken.Current);
        var warning = _log.OfBot(LogLevel.Warning).First();
        Assert.Contains($"skprompt.txt:2: '{{{{$histroy}}}}' is no input variable of config.json. Use {{{{$question}}}}, {{{{$history}}}}.", warning, StringComparison.Ordinal);
        Assert.Contains($"version {good!.Version} stays in use", warning, StringComparison.Ordinal);
        Assert.Equal(2, _log.OfBot(LogLevel.Warning).Count());
    }

    [Fact]
    public void A_cured_prompt_is_used_again()
    {
        Write("broken", Config);
        Assert.Null(Load().Current);
        Write(Template, Config);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(Load().Current);
        Assert.Empty(Load().Problems);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var problem = Load().Problems[0];

        Assert.Equal(Path.Combine(_root.FullName, "standalone-question", "skprompt.txt"), problem.File);
        Assert.Equal("There is no such file. Put it there, or set Prompts:Path to the folder of prompts.", $"{problem.Message} {problem.Cure}");
    }

    [Theory]
    [InlineData("<message role=\"user\">{{$question}} {{$history}} a < b</message>", "skprompt.txt:1: Its messages cannot be read")]
    [InlineData("{{$question}} {{$history}}", "Something stands outside messages")]
    [InlineData("<message role=\"user\">{{$question}}</message> {{$history}}", "Something stands outside messages")]
    [InlineData("<message role=\"boss\">{{$question}} {{$history}}</message>", "a message has no role")]
    [InlineData("<message role=\"{{$question}}\">{{$history}}</message>", "a message has no role")]
    [InlineData("<message role=\"user\">{{$question}}</message>", "The template lacks {{$history}}.")]
    [InlineData("<message role=\"user\">\n{{$question}} {{$history}}\n{{time.now}}</message>", "skprompt.txt:3: '{{time.now}}' calls a function.")]
    [InlineData("<message role=\"user\">{{$question}} {{$history}}\n{{$question</message>", "skprompt.txt:2: '{{' is never closed.")]
    public void What_is_wrong_with_a_template_is_said_with_its_line(string template, string problem)
    {
        Write(template, Config);

        Assert.Contains(Load().Problems, reported => reported.ToString().Contains(problem, StringComparison.Ordinal));
        Assert.Null(Load().Current);
    }

    [Theory]
    [InlineData("{\n\"input_variables\": [\n oops]}", "config.json:3: It is not a prompt's configuration")]
    [InlineData("""{"input_variables":[{"name":"question"},{"name":"history"},{"name":"weather"}]}""", "The input variable 'weather' is none that Bot gives to 'standalone-question'.")]
    [InlineData("""{"template_format":"handlebars","input_variables":[{"name":"question"},{"name":"history"}]}""", "template_format is 'handlebars'.")]
    [InlineData("""{"allow_dangerously_set_content":true,"input_variables":[{"name":"question"},{"name":"history"}]}""", "allow_dangerously_set_content would let")]
    [InlineData("""{"input_variables":[{"name":"question","allow_dangerously_set_content":true},{"name":"history"}]}""", "allow_dangerously_set_content would let")]
    public void What_is_wrong_with_a_configuration_is_said(string config, string problem)
    {
        Write(Template, config);

        Assert.Contains(Load().Problems, reported => reported.ToString().Contains(problem, StringComparison.Ordinal));
        Assert.Null(Load().Current);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused()
    {
        Write(Template, Config);
        File.WriteAllBytes(Path.Combine(_root.FullName, "standalone-question", "skprompt.txt"), [0xFF, 0xFE, 0x41]);

        Assert.Equal("It is not UTF-8.", Load().Problems[0].Message);
    }

    [Fact]
    public async Task A_prompt_that_was_never_good_makes_the_answer_quoted_and_says_why()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server, ("Prompts:Path", _root.FullName));
        Directory.CreateDirectory(Path.Combine(_root.FullName, "answer"));

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About("Why?"), TestContext.Current.CancellationToken);

        Assert.Equal(ModelledComposer.Quoted, composed.Composition.Text);
        Assert.Contains("skprompt.txt: There is no such file.", composed.DegradedReason, StringComparison.Ordinal);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private LoadedPrompt Load() => _folder.Load(PromptSignature.StandaloneQuestion);

    private void Write(string template, string config)
    {
        var folder = _root.CreateSubdirectory("standalone-question");
        File.WriteAllText(Path.Combine(folder.FullName, "skprompt.txt"), template);
        File.WriteAllText(Path.Combine(folder.FullName, "config.json"), config);
    }
}
