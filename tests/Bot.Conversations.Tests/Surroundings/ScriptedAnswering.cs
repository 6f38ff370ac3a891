using System.Collections.Concurrent;
using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Conversations.Answering;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Conversations.Tests.Surroundings;

/// <summary>Answers every question by quoting the first sentence; may be told to wait or to fail.</summary>
internal sealed class ScriptedAnswering : IAnswering
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new();

    public static Article Article { get; } = Some.Article("dam", "The dam broke on Monday. Five people were killed.");

    public ConcurrentQueue<Question> Asked { get; } = new();

    public Func<Question, AnsweredQuestion> Script { get; set; } = question => Quote(Article, 0, $"Re: {question.Text}");

    public int Failures { get; set; }

    public static AnsweredQuestion Quote(Article article, int sentence, string text)
    {
        var passage = PassageSplitter.Split(article)[0];
        var citation = Citation.Of(passage, passage.Sentences[sentence]) with { Number = 1 };
        var answer = new Answer.Answered
        {
            Text = text + " [1]",
            Language = "en",
            Making = new(Making.Extractive),
            Confidence = 0.9,
            Claims = [new Claim(text, [citation])],
        };
        return new(answer, new AnswerTrace { Standalone = text, Kind = "Fact" });
    }

    /// <summary>Holds questions with these words until the gate is opened.</summary>
    public Gate Hold(string text) => _gates.GetOrAdd(text, _ => new());

    public async Task<AnsweredQuestion> AnswerAsync(Question question, IProgress<AnswerStage>? progress, CancellationToken cancellationToken)
    {
        Asked.Enqueue(question);
        progress?.Report(new AnswerStage.Searched(1, 1));
        if (_gates.TryGetValue(question.Text, out var gate))
        {
            gate.Reached.TrySetResult();
            await gate.Open.Task.WaitAsync(cancellationToken);
        }

        if (Failures > 0)
        {
            Failures--;
            throw new InvalidOperationException("as scripted");
        }

        return Script(question);
    }

    internal sealed class Gate
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
