namespace Bot.Evaluation.Claims;

/// <summary>A claim with what the check said of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Fault">Why it was dropped; <see langword="null"/> when it was not.</param>
/// <param name="Microseconds">How long it took.</param>
internal sealed record JudgedClaim(NoisyClaim Claim, string? Fault, double Microseconds)
{
    public bool IsRight => Claim.IsFaithful == Fault is null;
}
