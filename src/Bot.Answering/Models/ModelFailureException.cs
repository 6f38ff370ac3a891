namespace Bot.Answering.Models;

/// <summary>Carries a failure that is known where it happens out of the kernel's pipeline.</summary>
internal sealed class ModelFailureException(ModelFailure failure) : Exception(failure.Reason)
{
    /// <summary>What went wrong.</summary>
    public ModelFailure Failure => failure;
}
