using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Bot.Cli.Commands;

/// <summary>The usual help, then examples and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction help, Examples examples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples.Of(parseResult.CommandResult.Command))
        {
            output.WriteLine($"  Bot.Cli {example}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        output.WriteLine($"  {ExitCode.Done} answered, {ExitCode.NotAnswered} not answered, {ExitCode.Error} error, {ExitCode.TestsFailed} cases failed or a replay differs, {ExitCode.Interrupted} interrupted");
        return result;
    }
}
