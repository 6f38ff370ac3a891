using System.CommandLine;
using System.Diagnostics;
using Bot.Answering.Models;
using Bot.Answering.Suggesting;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Cli.Testing;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Cli.Commands;

/// <summary><c>suggest-tests</c>: drafts of cases for an article, by a model or made of its own facts.</summary>
internal static class SuggestTestsCommand
{
    private const int DefaultCount = 8;

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
        var facts = new Option<bool>("--facts") { Description = "Make them of the article's own facts, also where a model is set." };
        var command = new Command("suggest-tests", "Draft cases for an article (YAML), by the model that is set or from the article's own facts, each with the passage that answers it, for an editor to accept.") { slug, count, facts };
        command.Validators.Add(result =>
        {
            if (shared.IsJson(result))
            {
                result.AddError("suggest-tests writes YAML: leave --json out.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var choices = shared.Read(parsed) with { Article = parsed.GetValue(slug) };
            var drafts = await DraftAsync(choices, parsed.GetValue(facts), parsed.GetValue(count), surroundings, cancellationToken);
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

    private static async Task<IReadOnlyCollection<string>> DraftAsync(SharedChoices choices, bool facts, int count, Surroundings surroundings, CancellationToken cancellationToken)
    {
        await using var quoting = BotSession.Open(choices, surroundings, services => services.PostConfigure<ModelOptions>(model => (model.Endpoint, model.Name) = (null, null)));
        var cases = new DraftedCases(quoting);
        await using var session = BotSession.Open(choices, surroundings);
        if (!facts && session.Get<ModelSuggestions>() is { Model: not null } suggestions)
        {
            await AddModelsAsync(cases, suggestions, session, count, surroundings, cancellationToken);
        }

        if (cases.All.Count == 0)
        {
            await cases.AddFactsAsync(choices.Article!, count, cancellationToken);
        }

        return cases.All;
    }

    private static async Task AddModelsAsync(DraftedCases cases, ModelSuggestions suggestions, BotSession session, int count, Surroundings surroundings, CancellationToken cancellationToken)
    {
        IndexedArticle article;
        using (var snapshot = session.Knowledge.Acquire())
        {
            article = session.Find(snapshot, session.Choices.Article!);
        }

        var drafting = await suggestions.DraftAsync(article, count, cancellationToken);
        var faults = drafting.Faults.ToList();
        foreach (var drafted in drafting.Questions.TakeWhile(_ => cases.All.Count < count))
        {
            faults.AddRange(await cases.AddAsync(drafted, cancellationToken) is { } fault ? [fault] : []);
        }

        surroundings.Error.WriteLine($"'{PlainWords.OnOneLine(suggestions.Model!)}' drafted {cases.All.Count} that hold{Dropped(faults)}.");
        if (drafting.Failure is { } failure)
        {
            surroundings.Error.WriteLine($"It drafted no more: {PlainWords.OnOneLine(failure)}");
        }

        if (cases.All.Count == 0)
        {
            surroundings.Error.WriteLine("These are made of the article's own facts instead.");
        }
    }

    private static string Dropped(List<DraftFault> faults) => faults.Count == 0 ? "" : $"; dropped: {string.Join(", ", faults.CountBy(fault => fault).OrderBy(fault => fault.Key).Select(fault => $"{fault.Value} {Why(fault.Key)}"))}";

    private static string Why(DraftFault fault) => fault switch
    {
        DraftFault.Unreadable => "cut off or in another form",
        DraftFault.NoSuchPassage => "of a passage that is not there",
        DraftFault.InventedWords => "of words that its passage does not have",
        DraftFault.Repeated => "asked twice",
        DraftFault.NotAnswered => "not answered from its passage by quoting",
        _ => throw new UnreachableException(),
    };
}
