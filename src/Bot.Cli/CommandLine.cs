using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Bot.Cli.Commands;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;

namespace Bot.Cli;

/// <summary>The commands, and what becomes of what goes wrong in them: one line on standard error, never a stack trace.</summary>
internal static class CommandLine
{
    // "@everyone, what happened?" is a question and not the name of a file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args, Surroundings surroundings)
    {
        var parsed = Root(surroundings).Parse(args, Parsing);
        if (parsed.Action is ParseErrorAction)
        {
            return Complain(surroundings, [.. parsed.Errors.Select(error => error.Message), "'Bot.Cli --help' and 'Bot.Cli COMMAND --help' show what can be written."]);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = surroundings.Out,
                Error = surroundings.Error,
            });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (Complaints.Of(error) is { IsEmpty: false } complaints)
        {
            return Complain(surroundings, complaints);
        }
    }

    private static RootCommand Root(Surroundings surroundings)
    {
        var shared = new SharedOptions();
        var examples = new Examples();
        var root = new RootCommand("Answers questions about articles, with the words that say so.");
        shared.AddTo(root);
        root.Add(AskCommand.Create(shared, surroundings, examples));
        root.Add(ChatCommand.Create(shared, surroundings, examples));
        root.Add(PassagesCommand.Create(shared, surroundings, examples));
        root.Add(WhyCommand.Create(shared, surroundings, examples));
        root.Add(ImportCommand.Create(shared, surroundings, examples));
        root.Add(StatusCommand.Create(shared, surroundings, examples));
        root.Add(FeedbackCommand.Create(shared, surroundings, examples));
        root.Add(UnansweredCommand.Create(shared, surroundings, examples));
        root.Add(CorrectionsCommand.Create(shared, surroundings, examples));
        root.Add(TestCommand.Create(shared, surroundings, examples));
        root.Add(CompareCommand.Create(shared, surroundings, examples));
        root.Add(CoverageCommand.Create(shared, surroundings, examples));
        root.Add(SuggestTestsCommand.Create(shared, surroundings, examples));
        root.Add(MeasureCommand.Create(surroundings, examples));
        root.Add(TrainCommand.Create(surroundings, examples));
        root.Add(SensesCommand.Create(surroundings, examples));
        examples.Add(root, "ask \"When did Islamic State lose its last village in Syria?\"", "chat", "passages", "why \"When did Islamic State lose its last village in Syria?\"");
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
        }

        return root;
    }

    private static int Complain(Surroundings surroundings, IEnumerable<string> complaints)
    {
        foreach (var complaint in complaints)
        {
            surroundings.Error.WriteLine(PlainWords.OnOneLine(complaint));
        }

        return ExitCode.Error;
    }
}
