using System.CommandLine;
using Bot.Answering.Contract;
using Bot.Answering.Questions;
using Bot.Cli.Batches;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;

namespace Bot.Cli.Commands;

/// <summary><c>ask</c>: one question, or a file of them.</summary>
internal static class AskCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var text = new Argument<string?>("QUESTION") { Description = "The question, in quotes.", Arity = ArgumentArity.ZeroOrOne };
        var questions = new Option<string?>("--questions")
        {
            Description = "Ask every line of a .jsonl file ('-' reads standard input) and write a line for each, in order. Needs --json.",
            HelpName = "FILE",
        };
        var noRefusal = new Option<bool>("--no-refusal") { Description = "Always answer with the best there is: for measuring only." };
        var command = new Command("ask", "Answer a question.") { text, questions, noRefusal };
        command.Validators.Add(result =>
        {
            var file = result.GetValue(questions);
            if (file is null == string.IsNullOrWhiteSpace(result.GetValue(text)))
            {
                result.AddError("'ask' takes one question in quotes, or --questions FILE: write one of the two.");
            }
            else if (file is not null && !shared.IsJson(result))
            {
                result.AddError("--questions writes JSON lines: add --json.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var choices = shared.Read(parsed);
            await using var session = BotSession.Open(choices, surroundings);
            return parsed.GetValue(questions) is { } file
                ? await AskAllAsync(session, file, parsed.GetValue(noRefusal), cancellationToken)
                : await AskOneAsync(session, session.QuestionOf(parsed.GetValue(text)!) with { NoRefusal = parsed.GetValue(noRefusal) }, cancellationToken);
        });
        examples.Add(
            command,
            "ask \"When did Islamic State lose its last village in Syria?\"",
            "ask \"What did the line cost?\" --article hallowmere-tram-opens --json",
            "ask --questions questions.jsonl --json > answers.jsonl");
        return command;
    }

    private static async Task<int> AskOneAsync(BotSession session, Question question, CancellationToken cancellationToken)
    {
        if (session.Choices.Json)
        {
            var (answer, _) = await session.AskAsync(question, progress: null, cancellationToken);
            session.Surroundings.Out.WriteLine(ContractJson.Write(AnswerLine.Of(id: null, answer)));
            return ExitCode.Of(answer);
        }

        session.SayWhetherThereIsAModel();
        var screen = Screen.Of(session.Surroundings);
        var asked = await Waiting.ForAsync(screen, session.Surroundings, progress => session.AskAsync(question, progress, cancellationToken));
        new AnswerView(screen).Show(asked.Answer);
        return ExitCode.Of(asked.Answer);
    }

    private static async Task<int> AskAllAsync(BotSession session, string file, bool noRefusal, CancellationToken cancellationToken)
    {
        // The time of an answer is not the time of reading the articles.
        await session.Knowledge.OpenAsync(watch: false, cancellationToken);
        var batch = new QuestionBatch(
            line => session.Check(line.ToQuestion(session.Choices) with { NoRefusal = noRefusal }),
            (question, token) => session.AskAsync(question, progress: null, token),
            session.Surroundings.Out,
            session.Surroundings.Error);
        if (file == "-")
        {
            return await batch.RunAsync(session.Surroundings.In, cancellationToken);
        }

        var path = Path.GetFullPath(file, session.Surroundings.Folder);
        if (!File.Exists(path))
        {
            throw new CommandError($"There is no file '{file}' of questions: name a .jsonl file, or '-' for standard input.");
        }

        using var lines = new StreamReader(path);
        return await batch.RunAsync(lines, cancellationToken);
    }
}
