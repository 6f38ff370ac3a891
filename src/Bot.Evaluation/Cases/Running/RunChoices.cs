namespace Bot.Evaluation.Cases.Running;

/// <summary>How cases are run.</summary>
public sealed record RunChoices
{
    /// <summary>Where a model's replies are kept; empty to keep none.</summary>
    public required string Cache { get; init; }

    /// <summary>Whether the model is asked anew, whatever is kept.</summary>
    public bool Anew { get; init; }

    /// <summary>Whether drafts, withdrawn articles and those not yet published are asked too.</summary>
    public bool Editor { get; init; }

    /// <summary>Told of each answer as it is looked at.</summary>
    public IProgress<CaseResult>? Seen { get; init; }

    /// <summary>How many questions are asked at a time.</summary>
    public int AtOnce { get; init; } = Math.Max(4, Environment.ProcessorCount);
}
