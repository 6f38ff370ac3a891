using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Suggesting;
using Bot.Cli.Startup;
using Bot.Evaluation.Cases.Reports;

namespace Bot.Cli.Testing;

/// <summary>Cases drafted for an article, in YAML. Each is answered by quoting first: what that does not answer is no draft.</summary>
/// <param name="session">Asks. It must have no model: what one model drafted another one must not wave through.</param>
internal sealed class DraftedCases(BotSession session)
{
    // Not every question that can be made of an article is answered by it.
    private const int Tries = 4;

    // By the words that answer: two questions that lead to the same test the same.
    private readonly Dictionary<string, string> _drafts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> All => _drafts.Values;

    /// <summary>Drafts made of the article's own facts.</summary>
    public async Task AddFactsAsync(string slug, int count, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> questions;
        using (var snapshot = session.Knowledge.Acquire())
        {
            questions = Suggestions.For(session.Find(snapshot, slug), count * Tries);
        }

        foreach (var text in questions.TakeWhile(_ => _drafts.Count < count))
        {
            var question = session.QuestionOf(text) with { Asked = null };
            var (answer, _) = await session.AskAsync(question, progress: null, cancellationToken);
            if (CaseDraft.Of(question, answer) is { } draft)
            {
                _drafts.TryAdd(answer.Citations[0].Place, draft);
            }
        }
    }

    /// <summary>A draft of a model's, if it holds.</summary>
    /// <returns>What it lacks; <see langword="null"/> when it was added.</returns>
    public async Task<DraftFault?> AddAsync(DraftedQuestion drafted, CancellationToken cancellationToken)
    {
        if (!_asked.Add(drafted.Text))
        {
            return DraftFault.Repeated;
        }

        var question = session.QuestionOf(drafted.Text) with { Asked = null };
        var (answer, _) = await session.AskAsync(question, progress: null, cancellationToken);
        var wanted = answer is Answer.Answered ? answer.Citations.FirstOrDefault(drafted.IsCitedBy) : null;
        return wanted is null || CaseDraft.Of(question, wanted) is not { } draft ? DraftFault.NotAnswered
            : _drafts.TryAdd(wanted.Place, draft) ? null
            : DraftFault.Repeated;
    }
}
