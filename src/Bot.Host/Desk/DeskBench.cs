using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Models;
using Bot.Answering.Prompts;
using Bot.Answering.Questions;
using Bot.Evaluation.Cases;
using Bot.Evaluation.Cases.Running;
using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Options;

namespace Bot.Host.Desk;

/// <summary>What editors try at the desk: questions, prompts and cases. Nothing of it is recorded.</summary>
internal sealed class DeskBench(
    IConfiguration settings, KnowledgeBase knowledge, IOptions<ModelOptions> model, IOptions<PromptOptions> prompts, IOptions<KnowledgeOptions> articles, TimeProvider time)
{
    private static readonly string Folder = Directory.GetCurrentDirectory();
    private static readonly string Cache = Path.Combine(Folder, "data", "replies");

    private readonly string _prompts = Path.GetFullPath(prompts.Value.Path);
    private readonly string _knowledge = Path.GetFullPath(articles.Value.Path);

    /// <summary>The model that is set; <see langword="null"/> when none is.</summary>
    public string? Model => model.Value.IsConfigured ? model.Value.Name : null;

    /// <summary>Where cases are saved.</summary>
    public CaseShelf Shelf => new(Folder, _prompts, _knowledge);

    /// <summary>All articles, drafts too: for editors.</summary>
    public ImmutableArray<IndexedArticle> Articles()
    {
        using var snapshot = knowledge.Acquire();
        return [.. snapshot.Articles.Values];
    }

    /// <summary>Asks as a variant says.</summary>
    public Task<AnsweredQuestion> AskAsync(string question, string? slug, Variant variant, string? said, CancellationToken cancellationToken)
    {
        var asked = new Question(question) { Article = slug, Asked = time.GetLocalNow(), IncludeUnpublished = true };
        return Task.Run(() => new Trial(settings, knowledge, time).AskAsync(asked, variant, said, cancellationToken), cancellationToken);
    }

    /// <summary>Runs all cases, or those with words in their title.</summary>
    /// <exception cref="CasesException">Files of cases cannot be used; it names all that is wrong with them.</exception>
    public Task<TestReport> RunAsync(string? words, ImmutableArray<Variant> variants, IProgress<CaseResult> seen, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                var cases = Cases(words);
                var choices = new RunChoices { Cache = Cache, Editor = true, Seen = seen };
                return cases.IsEmpty
                    ? new TestReport(variants, [], TimeSpan.Zero)
                    : await new CaseRunner(settings, knowledge, choices, time).RunAsync(cases, variants, progress, cancellationToken);
            },
            cancellationToken);

    private ImmutableArray<Case> Cases(string? words)
    {
        using var snapshot = knowledge.Acquire();
        var all = new CaseFiles(Folder, _prompts, _knowledge).Read([], each => CaseFiles.UnknownArticle(each, snapshot.Articles, editor: true, time.GetUtcNow()));
        return string.IsNullOrWhiteSpace(words) ? all : [.. all.Where(each => each.Title.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase))];
    }
}
