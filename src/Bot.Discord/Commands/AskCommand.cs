using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Resources;

namespace Bot.Discord.Commands;

/// <summary><c>/ask</c>: a question, of one article or of all.</summary>
internal sealed class AskCommand(Asking asking) : ICommand
{
    private const string Question = "question";
    private const string Article = "article";
    private const string Private = "private";

    public ApplicationCommand Definition => new("ask")
    {
        Description = CommandWords.Of("Ask"),
        DescriptionLocalizations = CommandWords.Translations("Ask"),
        Options =
        [
            Option(CommandOption.Words, Question, "AskQuestion") with { Required = true, MaxLength = asking.MostLength },
            Option(CommandOption.Words, Article, "AskArticle"),
            Option(CommandOption.Switch, Private, "AskPrivate"),
        ],
    };

    public Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken) => asking.AskAsync(
        used,
        used.Option(Question) is { ValueKind: JsonValueKind.String } question ? question.GetString()! : "",
        used.Option(Article) is { ValueKind: JsonValueKind.String } article ? article.GetString() : null,
        used.Option(Private) is { ValueKind: JsonValueKind.True or JsonValueKind.False } isPrivate ? isPrivate.GetBoolean() : null,
        cancellationToken);

    private static CommandOption Option(int type, string name, string words) =>
        new(type, name, CommandWords.Of(words)) { DescriptionLocalizations = CommandWords.Translations(words) };
}
