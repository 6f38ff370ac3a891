using System.Diagnostics;
using System.Text.Json.Serialization;
using Bot.Answering.Tracing;
using Bot.Conversations.Records;

namespace Bot.Host.Asking;

/// <summary>How far an answer is.</summary>
/// <param name="Id">The answer's name.</param>
/// <param name="Stage"><c>waiting</c>, <c>answering</c>, <c>searched</c>, <c>composed</c>, <c>checked</c>.</param>
internal sealed record StageLine(string Id, string Stage)
{
    /// <summary>When searched: in how many articles.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Articles { get; init; }

    /// <summary>When searched: how many passages were found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Passages { get; init; }

    /// <summary>When composed: how many sentences there are, unchecked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Sentences { get; init; }

    /// <summary>When checked: how much is supported.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Supported { get; init; }

    public static StageLine Of(TurnId turn, AnswerStage stage) => stage switch
    {
        AnswerStage.Searched searched => new(turn.ToString(), "searched") { Articles = searched.Articles, Passages = searched.Passages },
        AnswerStage.Composed composed => new(turn.ToString(), "composed") { Sentences = composed.Sentences },
        AnswerStage.Checked @checked => new(turn.ToString(), "checked") { Supported = @checked.Supported },
        _ => throw new UnreachableException(),
    };

    public static StageLine Of(RecordedTurn turn) => new(turn.Id.ToString(), turn.State switch
    {
        TurnState.Recorded => "waiting",
        TurnState.Answering => "answering",
        _ => "checked",
    });
}
