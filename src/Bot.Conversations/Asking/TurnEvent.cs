using Bot.Answering.Tracing;
using Bot.Conversations.Records;

namespace Bot.Conversations.Asking;

/// <summary>What happens to a turn while one watches.</summary>
public abstract record TurnEvent
{
    private TurnEvent()
    {
    }

    /// <summary>It reached a stage. Told only where the turn is answered in the watching process, and never again.</summary>
    /// <param name="What">The stage.</param>
    public sealed record Stage(AnswerStage What) : TurnEvent;

    /// <summary>It has its answer or will get none: the last event.</summary>
    /// <param name="Turn">The turn, as the record has it.</param>
    public sealed record Settled(RecordedTurn Turn) : TurnEvent;
}
