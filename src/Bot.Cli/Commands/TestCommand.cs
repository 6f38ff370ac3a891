using System.CommandLine;
using Bot.Cli.Contract;
using Bot.Cli.Terminal;
using Bot.Cli.Testing;
using Bot.Evaluation.Cases;
using Bot.Evaluation.Cases.Reports;

namespace Bot.Cli.Commands;

/// <summary><c>test</c>: whether answers are what editors want of them.</summary>
internal static class TestCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var options = new CaseOptions();
        var junit = new Option<string?>("--junit") { Description = "Also write JUnit's XML, for build servers.", HelpName = "FILE" };
        var record = new Option<string?>("--record") { Description = "Also write what the model said as a script for --model-script, so that the cases can be run without it.", HelpName = "FILE" };
        var schema = new Option<bool>("--schema") { Description = "Only write the JSON Schema of files of cases, by which editors complete what is typed." };
        var command = new Command("test", "Run the cases beside prompts and articles.") { junit, record, schema };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(schema))
            {
                surroundings.Out.Write(CaseSchema.Write());
                return ExitCode.Done;
            }

            await using var session = await CaseSession.OpenAsync(shared.Read(parsed), options.Read(parsed), surroundings, cancellationToken);
            var recorded = parsed.GetValue(record) is null ? null : session.OnlyVariant("--record");
            var json = shared.Read(parsed).Json;
            if (session.EngineNote() is { } note)
            {
                (json ? surroundings.Error : surroundings.Out).WriteLine(note);
            }

            var report = await session.RunAsync(cancellationToken);
            if (json)
            {
                foreach (var result in report.All)
                {
                    surroundings.Out.WriteLine(ContractJson.Write(TestLine.Of(result)));
                }
            }
            else
            {
                new TestView(Screen.Of(surroundings)).Show(report);
            }

            session.WriteHtml(report, comparison: null);
            if (parsed.GetValue(junit) is { } file)
            {
                using var stream = session.Written(file);
                JUnitReport.Write(report, stream);
            }

            if (parsed.GetValue(record) is { } script)
            {
                using var writer = new StreamWriter(session.Written(script));
                surroundings.Error.WriteLine($"{ScriptRecording.Write(report.Of(recorded!), writer)} replies of the model are in '{script}'.");
            }

            return report.Failed > 0 ? ExitCode.TestsFailed : ExitCode.Done;
        });
        examples.Add(command, "test", "test knowledge/hallowmere-tram-opens.tests.yaml --html report.html", "test --prompt answer --model-script broken-model.yaml");
        return command;
    }
}
