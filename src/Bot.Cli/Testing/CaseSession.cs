using System.Collections.Immutable;
using System.Globalization;
using Bot.Cli.Commands;
using Bot.Cli.Startup;
using Bot.Evaluation.Cases;
using Bot.Evaluation.Cases.Comparing;
using Bot.Evaluation.Cases.Covering;
using Bot.Evaluation.Cases.Reports;
using Bot.Evaluation.Cases.Running;
using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Cli.Testing;

/// <summary>Bot with the cases that a command runs.</summary>
internal sealed class CaseSession : IAsyncDisposable
{
    private readonly BotSession _bot;
    private readonly CaseChoices _choices;
    private readonly IConfiguration _settings;

    private CaseSession(BotSession bot, CaseChoices choices, KnowledgeSnapshot snapshot)
    {
        (_bot, _choices) = (bot, choices);
        _settings = bot.Get<IConfiguration>();
        KnowledgePath = bot.Get<IOptions<KnowledgeOptions>>().Value.Path;
        if (!choices.Models.IsEmpty && string.IsNullOrWhiteSpace(_settings["Model:Endpoint"]))
        {
            throw new CommandError("--model names a model, and no endpoint that has it is set: set Model:Endpoint, or use --model-script FILE.");
        }

        var prompts = Path.GetFullPath(_settings["Prompts:Path"] ?? "prompts", bot.Surroundings.Folder);
        Variants = Testing.Variants.Of(choices, Directory.Exists(prompts) ? prompts : _settings["Prompts:Path"] ?? "prompts", bot.Surroundings.Folder);
        All = new CaseFiles(bot.Surroundings.Folder, prompts, KnowledgePath)
            .Read(choices.Files, each => IsChosen(each) ? CaseFiles.UnknownArticle(each, snapshot.Articles, bot.Choices.Editor, bot.Surroundings.Time.GetUtcNow()) : null);
        Cases = [.. All.Where(IsChosen)];
    }

    /// <summary>All cases of the files that are named.</summary>
    public ImmutableArray<Case> All { get; }

    /// <summary>Those of them that are asked for.</summary>
    public ImmutableArray<Case> Cases { get; }

    public ImmutableArray<Variant> Variants { get; }

    public string KnowledgePath { get; }

    public KnowledgeBase Knowledge => _bot.Knowledge;

    public IConfiguration Settings => _settings;

    private bool HasModel => !string.IsNullOrWhiteSpace(_settings["Model:Endpoint"]) && (!string.IsNullOrWhiteSpace(_settings["Model:Name"]) || !_choices.Models.IsEmpty);

    /// <summary>Reads the settings, the articles and the cases, and checks all of them.</summary>
    /// <exception cref="CasesException">Files of cases cannot be used; it names all that is wrong with them.</exception>
    /// <exception cref="CommandError">No case is asked for, or <see cref="BotSession.Open"/> says why not.</exception>
    public static async Task<CaseSession> OpenAsync(SharedChoices shared, CaseChoices choices, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var bot = BotSession.Open(shared, surroundings);
        try
        {
            await bot.Knowledge.OpenAsync(watch: false, cancellationToken);
            using var snapshot = bot.Knowledge.Acquire();
            var session = new CaseSession(bot, choices, snapshot);
            if (session.Cases.IsEmpty)
            {
                throw new CommandError(session.All.IsEmpty
                    ? $"There are no cases: write some into '{session.KnowledgePath}/NAME.tests.yaml' (docs/editors.md shows how)."
                    : $"None of the {session.All.Length} cases is like that: see --name, --prompt and --article.");
            }

            if (choices.IsAll)
            {
                IdleReplies.WarnOf(session.Variants, session.All, surroundings.Error);
            }

            return session;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the cases with each variant, and says on standard error how far it is.</summary>
    public Task<TestReport> RunAsync(CancellationToken cancellationToken) => RunAsync(Knowledge, Variants, cancellationToken);

    /// <inheritdoc cref="RunAsync(CancellationToken)"/>
    public Task<TestReport> RunAsync(KnowledgeBase knowledge, ImmutableArray<Variant> variants, CancellationToken cancellationToken)
    {
        var choices = new RunChoices { Cache = Path.GetFullPath(_choices.Cache, _bot.Surroundings.Folder), Anew = _choices.Anew, Editor = _bot.Choices.Editor };
        return new CaseRunner(_settings, knowledge, choices, _bot.Surroundings.Time)
            .RunAsync(Cases, variants, new TestProgress(_bot.Surroundings.Error), cancellationToken);
    }

    /// <summary>Looks at what the cases reach and, where earlier articles are known, at what was edited since.</summary>
    /// <param name="earlier">The articles as they were; <see langword="null"/> when that is not known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Covered> CoverAsync(string? earlier, CancellationToken cancellationToken)
    {
        var variant = OnlyVariant("coverage");
        var report = await RunAsync(Knowledge, [variant], cancellationToken);
        var now = report.Of(variant);
        using var snapshot = Knowledge.Acquire();
        if (earlier is null)
        {
            return new(report, Coverage.Of(now, snapshot), Edits: null);
        }

        await using var articles = new EarlierArticles(earlier, _settings, _bot.Surroundings.Time);
        var before = (await RunAsync(articles.Knowledge, [variant], cancellationToken)).Of(variant);
        using var earlierSnapshot = articles.Knowledge.Acquire();
        return new(report, Coverage.Of(now, snapshot), ArticleEdits.Between(earlierSnapshot, snapshot, before, now));
    }

    /// <summary>The variant, where there can be one alone.</summary>
    /// <param name="what">What takes only one.</param>
    /// <exception cref="CommandError">There are several.</exception>
    public Variant OnlyVariant(string what) => Variants is [var only]
        ? only
        : throw new CommandError($"{what} is of one variant, and {Variants.Length} are named: name each of --prompts, --model, --model-script and --set once at most.");

    /// <summary>What must be known of the engine before any figure is read: without a model prompts matter only where one is scripted.</summary>
    public string? EngineNote()
    {
        var scripted = Cases.Count(each => !each.Replies.IsEmpty || Variants.Any(variant => variant.Script?.For(each).IsEmpty == false));
        return HasModel ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"No model is set: {Cases.Length - scripted} of {Cases.Length} cases are answered by quoting, where prompts do not matter. They do in {(scripted == 0 ? "none" : $"the {scripted} with a scripted model")} ('model:' in a case, or --model-script FILE).");
    }

    /// <summary>Writes the report as a page, where that is asked for.</summary>
    public void WriteHtml(TestReport report, Comparison? comparison)
    {
        if (_choices.Html is { } file)
        {
            using var writer = new StreamWriter(Written(file));
            HtmlReport.Write(report, comparison, writer);
        }
    }

    /// <summary>Opens a file to write a report into.</summary>
    public FileStream Written(string file)
    {
        var path = Path.GetFullPath(file, _bot.Surroundings.Folder);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.Create(path);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private bool IsChosen(Case each) =>
        (_choices.Name is null || each.Name.Contains(_choices.Name, StringComparison.OrdinalIgnoreCase))
        && (_choices.Prompt is null || each.Prompt == _choices.Prompt)
        && (_bot.Choices.Article is null || each.Question.Article == _bot.Choices.Article);
}
