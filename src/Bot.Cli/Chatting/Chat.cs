using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Cli.Startup;
using Bot.Cli.Terminal;

namespace Bot.Cli.Chatting;

/// <summary>A conversation at the terminal; it ends with <c>/quit</c> or the end of the input.</summary>
internal sealed partial class Chat(BotSession session, Screen screen)
{
    private const int RememberedTurns = 12;
    private const int SuggestedQuestions = 3;

    // A process holds one conversation.
    private const string ConversationName = "chat";

    private readonly AnswerView _answers = new(screen);
    private ImmutableArray<Turn> _history = [];
    private AnsweredQuestion? _last;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await session.Knowledge.OpenAsync(watch: true, cancellationToken);
        Welcome();
        while (await ReadAsync(cancellationToken) is { } line)
        {
            switch (line.Trim())
            {
                case "":
                    break;
                case "/quit":
                    return ExitCode.Done;
                case "/help":
                    Help();
                    break;
                case "/articles":
                    ShowArticles();
                    break;
                case "/why":
                    OfLast(asked => new TraceView(screen).Show(asked));
                    break;
                case "/sources":
                    OfLast(asked => _answers.ShowSources(asked.Answer.Citations, asked.Answer.Language));
                    break;
                case ['/', ..] unknown:
                    screen.Line($"There is no '{unknown}': /help lists what there is.");
                    break;
                case var text:
                    await AskAsync(text, cancellationToken);
                    break;
            }
        }

        return ExitCode.Done;
    }

    private void Welcome()
    {
        if (!session.Surroundings.Typed)
        {
            return;
        }

        screen.Line("Ask about the articles. /help lists what else there is.");
        using var snapshot = session.Knowledge.Acquire();
        var first = session.Choices.Article is { } slug ? session.Find(snapshot, slug) : session.Askable(snapshot).FirstOrDefault();
        if (first is not null)
        {
            _answers.ShowSuggestions(Suggestions.For(first, SuggestedQuestions), first.Article.Language);
        }
    }

    // Reading a terminal cannot be cancelled; leaving it waiting can.
    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (session.Surroundings.Typed)
        {
            screen.Blank();
            screen.Prompt("> ");
        }

        return await Task.Run(session.Surroundings.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
    }

    private async Task AskAsync(string text, CancellationToken cancellationToken)
    {
        var question = session.QuestionOf(text) with { Conversation = ConversationName, History = _history };
        var asked = await Waiting.ForAsync(screen, session.Surroundings, progress => session.AskAsync(question, progress, cancellationToken));
        _last = asked;
        _history = [.. _history.Add(new Turn(TurnRole.Reader, text)).Add(new Turn(TurnRole.Bot, WithoutMarkers(asked.Answer))).TakeLast(RememberedTurns)];
        _answers.Show(asked.Answer);
    }

    private void ShowArticles()
    {
        using var snapshot = session.Knowledge.Acquire();
        new ArticlesView(screen).Show(session.Askable(snapshot));
    }

    private void OfLast(Action<AnsweredQuestion> show)
    {
        if (_last is { } asked)
        {
            show(asked);
        }
        else
        {
            screen.Line("Nothing has been asked yet.");
        }
    }

    private void Help()
    {
        screen.Line("/articles  which articles there are");
        screen.Line("/sources   the last answer's sources");
        screen.Line("/why       what led to the last answer");
        screen.Line("/quit      leave");
    }

    private static string WithoutMarkers(Answer answer) => Marker().Replace(answer.Text, "");

    [GeneratedRegex(@"\s*\[\d+\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
