using System.CommandLine;
using Bot.Cli.Chatting;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;

namespace Bot.Cli.Commands;

/// <summary><c>chat</c>: questions one after the other; each knows the ones before it.</summary>
internal static class ChatCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings, Examples examples)
    {
        var command = new Command("chat", "Ask one question after the other; follow-ups are understood.");
        command.Validators.Add(result =>
        {
            if (shared.IsJson(result))
            {
                result.AddError("'chat' is for people and writes no JSON: use 'ask --questions - --json', with a history in each line.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = BotSession.Open(shared.Read(parsed), surroundings);
            session.SayWhetherThereIsAModel();
            return await new Chat(session, Screen.Of(surroundings)).RunAsync(cancellationToken);
        });
        examples.Add(command, "chat", "chat --article hallowmere-tram-opens", "chat --editor --knowledge drafts");
        return command;
    }
}
