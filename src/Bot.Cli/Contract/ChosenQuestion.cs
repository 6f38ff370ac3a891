using Bot.Answering.Contract;
using Bot.Answering.Questions;
using Bot.Cli.Commands;

namespace Bot.Cli.Contract;

/// <summary>A line's question with what was chosen at the command line; the line's own article wins.</summary>
internal static class ChosenQuestion
{
    public static Question ToQuestion(this QuestionLine line, SharedChoices choices) => line.ToQuestion() with
    {
        Article = line.Article ?? choices.Article,
        Locale = choices.Language,
        IncludeUnpublished = choices.Editor,
    };
}
