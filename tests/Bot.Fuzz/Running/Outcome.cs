namespace Bot.Fuzz.Running;

/// <summary>What came of reading an input once.</summary>
/// <param name="Shape">What the target says of it; empty when it failed.</param>
/// <param name="Fault">What is wrong, the same for all inputs that show the same fault; <see langword="null"/> when nothing is.</param>
/// <param name="Details">The whole error.</param>
/// <param name="Took">The time the processors worked for it: how long it takes on a loaded machine tells nothing.</param>
internal sealed record Outcome(string Shape, string? Fault, string? Details, TimeSpan Took)
{
    public const string Slow = "too slow";

    private const string Own = "   at Bot.";

    /// <summary>How long no input may take. The collector and the compiler run beside it: it counts when it is so again and again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private const int Again = 3;

    public static async Task<Outcome> OfAsync(IFuzzTarget target, byte[] input, CancellationToken cancellationToken)
    {
        var outcome = await OnceAsync(target, input, cancellationToken);
        for (var times = 0; times < Again && outcome is { Fault: null } && outcome.Took > Longest; times++)
        {
            outcome = await OnceAsync(target, input, cancellationToken);
        }

        return outcome.Fault is null && outcome.Took > Longest ? outcome with { Fault = Slow, Details = $"It took {outcome.Took.TotalSeconds:F1} s, {Again + 1} times." } : outcome;
    }

    private static async Task<Outcome> OnceAsync(IFuzzTarget target, byte[] input, CancellationToken cancellationToken)
    {
        var started = Environment.CpuUsage.TotalTime;
        try
        {
            return new(await target.TryAsync(input, cancellationToken), null, null, Environment.CpuUsage.TotalTime - started);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new("", FaultOf(error), error.ToString(), Environment.CpuUsage.TotalTime - started);
        }
    }

    // By type and place: messages often hold parts of the input.
    private static string FaultOf(Exception error)
    {
        var place = error.ToString().Split('\n').FirstOrDefault(line => line.StartsWith(Own, StringComparison.Ordinal) && !line.Contains(nameof(BrokenPromiseException), StringComparison.Ordinal));
        var at = place?.Split(" in ")[0].Trim() ?? "";
        return error is BrokenPromiseException ? $"{error.Message.Split('\n')[0]} {at}" : $"{error.GetType().Name} {at}";
    }
}
