using System.CommandLine;
using Bot.Cli.Contract;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Knowledge.Importing;

namespace Bot.Cli.Commands;

/// <summary><c>import</c>: a page, a file or the pages of a feed become drafts in the knowledge folder.</summary>
internal static class ImportCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var source = new Argument<string>("SOURCE") { Description = "An http(s) address of a page or of an RSS or Atom feed, or a file." };
        var slug = new Option<string?>("--slug") { Description = "What the draft is called; without it, its title says.", HelpName = "SLUG" };
        var preview = new Option<bool>("--preview") { Description = "Show the passages, and write nothing." };
        var most = new Option<int?>("--most") { Description = "How many entries of a feed, the newest first. [setting Import:MostEntries]", HelpName = "N" };
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--most must be at least 1.");
            }
        });
        var command = new Command("import", "Make drafts of a page, a file, or the pages of a feed.") { source, slug, preview, most };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var choices = shared.Read(parsed);
            await using var session = BotSession.Open(choices, surroundings, services => services.AddImporting());
            var given = parsed.GetValue(source)!;
            var request = new ImportRequest(ImportRequest.IsAddress(given) ? given : Path.GetFullPath(given, surroundings.Folder))
            {
                Slug = parsed.GetValue(slug),
                PreviewOnly = parsed.GetValue(preview),
                Most = parsed.GetValue(most),
            };
            return await RunAsync(session.Get<Importer>(), request, choices, surroundings, cancellationToken);
        });
        examples.Add(command, "import https://example.org/page", "import https://example.org/feed.xml --most 5", "import saved.html --slug news/bridge-falls", "import https://example.org/page --preview");
        return command;
    }

    private static async Task<int> RunAsync(Importer importer, ImportRequest request, SharedChoices choices, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var view = new ImportView(Screen.Of(surroundings), surroundings.Error);
        var code = ExitCode.Done;
        var fromFeed = false;
        await foreach (var imported in importer.ImportAsync(request, cancellationToken))
        {
            fromFeed |= imported is Imported.FromFeed;
            code = imported is Imported.Refused ? ExitCode.Error : code;
            if (choices.Json)
            {
                surroundings.Out.WriteLine(ContractJson.Write(ImportLine.Of(imported)));
            }
            else
            {
                view.Show(imported, withPassages: !fromFeed);
            }
        }

        return code;
    }
}
