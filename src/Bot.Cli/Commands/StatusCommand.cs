using System.CommandLine;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Importing;

namespace Bot.Cli.Commands;

/// <summary><c>status</c>: publishes a draft, withdraws an article, or takes it back to a draft.</summary>
internal static class StatusCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var slug = new Argument<string>("SLUG") { Description = "The article; 'passages --editor' lists them, drafts too." };
        var status = new Argument<string>("STATUS") { Description = "What it becomes." };
        status.AcceptOnlyFromAmong([.. Enum.GetValues<ArticleStatus>().Select(Word)]);
        var command = new Command("status", "Make an article a draft, published or withdrawn, in its file.") { slug, status };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = BotSession.Open(shared.Read(parsed), surroundings, services => services.AddImporting());
            var wanted = Enum.Parse<ArticleStatus>(parsed.GetValue(status)!, ignoreCase: true);
            var before = await session.Get<ArticleStatuses>().MoveAsync(parsed.GetValue(slug)!, wanted, cancellationToken);
            var screen = Screen.Of(surroundings);
            screen.Line(before.Status == wanted ? $"{before.Slug} was {Word(wanted)} already." : $"{before.Slug} was {Word(before.Status)}, and is {Word(wanted)} now.");
            if (wanted == ArticleStatus.Published && before.PublishAt > surroundings.Time.GetUtcNow())
            {
                screen.Line(Piece.Warning($"Readers see it from {before.PublishAt:u} on, as its front matter says."));
            }

            return ExitCode.Done;
        });
        examples.Add(command, "status bridge-falls published", "status bridge-falls withdrawn");
        return command;
    }

    private static string Word(ArticleStatus status) => status.ToString().ToLowerInvariant();
}
