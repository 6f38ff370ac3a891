using System.CommandLine;
using Bot.Answering;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Evaluation.Cases.Reports;

namespace Bot.Cli.Commands;

/// <summary><c>suggest-tests</c>: drafts of cases for an article, made of its own facts.</summary>
internal static class SuggestTestsCommand
{
    private const int DefaultCount = 8;

    // Not every question that can be made of an article is answered by it.
    private const int Tries = 4;

    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var slug = new Argument<string>("SLUG") { Description = "The article; 'passages' lists them." };
        var count = new Option<int>("--count") { Description = "Draft so many at most.", HelpName = "COUNT", DefaultValueFactory = _ => DefaultCount };
        count.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--count must be 1 or more.");
            }
        });
        var command = new Command("suggest-tests", "Draft cases for an article from its own facts (YAML), each with the passage that answers it, for an editor to accept.") { slug, count };
        command.Validators.Add(result =>
        {
            if (shared.IsJson(result))
            {
                result.AddError("suggest-tests writes YAML: leave --json out.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = BotSession.Open(shared.Read(parsed) with { Article = parsed.GetValue(slug) }, surroundings);
            var drafts = await DraftAsync(session, parsed.GetValue(slug)!, parsed.GetValue(count), cancellationToken);
            if (drafts.Count == 0)
            {
                throw new CommandError($"No question could be made of '{parsed.GetValue(slug)}' that it answers: write cases by hand (docs/editors.md).");
            }

            surroundings.Out.Write("# Drafts: keep what readers would ask, say in 'assert' what a good answer has, and leave out the rest.\n");
            foreach (var draft in drafts)
            {
                surroundings.Out.Write(PlainWords.Of(draft));
            }

            return ExitCode.Done;
        });
        examples.Add(command, "suggest-tests hallowmere-tram-opens", "suggest-tests hallowmere-tram-opens --count 3 > knowledge/drafts.tests.yaml");
        return command;
    }

    // One draft for each passage: two questions that lead to the same words test the same.
    private static async Task<List<string>> DraftAsync(BotSession session, string slug, int count, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> questions;
        using (var snapshot = session.Knowledge.Acquire())
        {
            questions = Suggestions.For(session.Find(snapshot, slug), count * Tries);
        }

        var drafts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in questions.TakeWhile(_ => drafts.Count < count))
        {
            var question = session.QuestionOf(text) with { Asked = null };
            var (answer, _) = await session.AskAsync(question, progress: null, cancellationToken);
            if (CaseDraft.Of(question, answer) is { } draft)
            {
                drafts.TryAdd(answer.Citations[0].Place, draft);
            }
        }

        return [.. drafts.Values];
    }
}
