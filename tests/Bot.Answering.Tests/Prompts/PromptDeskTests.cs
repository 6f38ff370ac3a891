using Bot.Answering.Prompts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Tests.Prompts;

public sealed class PromptDeskTests : IDisposable
{
    private const string Template = "<message role=\"user\">{{$question}} {{$history}}</message>\n";
    private const string Name = "standalone-question";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("prompts");
    private readonly IOptions<PromptOptions> _options;
    private readonly PromptDesk _desk;

    public PromptDeskTests()
    {
        _options = Options.Create(new PromptOptions { Path = _root.FullName });
        _desk = new(_options);
        Directory.CreateDirectory(Path.Combine(_root.FullName, Name));
        File.WriteAllText(PathOf("skprompt.txt"), Template);
        File.WriteAllText(PathOf("config.json"), """{ "schema": 1, "input_variables": [{ "name": "question" }, { "name": "history" }] }""");
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_whole_prompt_is_saved_and_leaves_no_other_file()
    {
        Assert.Empty(_desk.Save(new(Name, Template.Replace("} {", "}\r\n{", StringComparison.Ordinal)), _desk.Read(Name)));

        Assert.Equal(Template.Replace("} {", "}\n{", StringComparison.Ordinal), File.ReadAllText(PathOf("skprompt.txt")));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_root.FullName, Name)).Length);
    }

    [Fact]
    public void A_broken_prompt_is_not_saved()
    {
        var problem = Assert.Single(_desk.Save(new(Name, "<message role=\"user\">{{$question}}</message>"), Template));

        Assert.Contains("The template lacks {{$history}}.", problem, StringComparison.Ordinal);
        Assert.Equal(Template, File.ReadAllText(PathOf("skprompt.txt")));
    }

    [Fact]
    public void What_somebody_else_wrote_meanwhile_is_not_lost()
    {
        File.WriteAllText(PathOf("skprompt.txt"), Template + "\n");

        var problem = Assert.Single(_desk.Save(new(Name, Template), Template));

        Assert.Contains("was changed since it was read", problem, StringComparison.Ordinal);
        Assert.Equal(Template + "\n", File.ReadAllText(PathOf("skprompt.txt")));
    }

    [Fact]
    public void A_prompt_beside_the_program_is_not_written_to()
    {
        var problem = Assert.Single(_desk.Save(new("answer", "anything"), _desk.Read("answer")));

        Assert.Contains("There is no folder", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_is_used_in_place_of_the_file_which_stays()
    {
        var draft = new PromptDraft(Name, Template.Replace("} {", "}, {", StringComparison.Ordinal));
        var (plain, drafted) = (Load(), Load(draft));

        Assert.NotEqual(plain.Version, drafted.Version);
        Assert.Equal(Template, File.ReadAllText(PathOf("skprompt.txt")));
    }

    private Prompt Load(params PromptDraft[] drafts)
    {
        var loaded = new PromptFolder(_options, drafts, TimeProvider.System, NullLogger<PromptFolder>.Instance).Load(PromptSignature.StandaloneQuestion);
        Assert.Empty(loaded.Problems);
        return loaded.Current!;
    }

    private string PathOf(string file) => Path.Combine(_root.FullName, Name, file);
}
