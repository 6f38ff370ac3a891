using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;

namespace Bot.Discord.Commands;

/// <summary><c>/ask</c>: a question, of one article or of all.</summary>
internal sealed class AskCommand(Asking asking, ArticleOption articles) : ICompletedCommand
{
    private const string Question = "question";
    private const string Private = "private";

    public ApplicationCommand Definition => CommandWords.Command("ask", "Ask") with
    {
        Options =
        [
            CommandWords.Option(CommandOption.Words, Question, "Question", "AskQuestion") with { Required = true, MaxLength = asking.MostLength },
            ArticleOption.Definition("AskArticle"),
            CommandWords.Option(CommandOption.Switch, Private, "Private", "AskPrivate"),
        ],
    };

    public Task<IReadOnlyList<Choice>> CompleteAsync(Interaction typing, CancellationToken cancellationToken) => articles.ChoicesAsync(typing, cancellationToken);

    public async Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken) => articles.Read(used, out var article) is { } refusal
        ? InteractionResponse.Private(AnswerMessages.OfWords(refusal)[0])
        : await asking.AskAsync(
            used,
            used.Words(Question) ?? "",
            article?.Slug,
            used.Switch(Private),
            cancellationToken).ConfigureAwait(false);
}
