using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Bot.Answering.Models;

namespace Bot.Answering.Watching;

/// <summary>
/// Measures, when somebody looks, the tokens of the day, over all budgets of this process: an editor who tries prompts has one apart from the
/// readers'.
/// </summary>
internal static class BudgetGauges
{
    private static readonly ConcurrentDictionary<TokenBudget, long> Limits = new();

    static BudgetGauges()
    {
        AnswerMetrics.Meter.CreateObservableGauge("bot.model.tokens.today", () => Limits.Keys.Sum(budget => budget.SpentToday()), "{token}", "Tokens spent or set aside by this process since midnight UTC.");
        AnswerMetrics.Meter.CreateObservableGauge("bot.model.tokens.left", Left, "{token}", "Tokens left of Model:TokensPerDay, where that is set.");
    }

    /// <summary>Measures a budget too.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="perDay">Its limit; 0 for none.</param>
    public static void Add(TokenBudget budget, long perDay) => Limits[budget] = perDay;

    /// <summary>Measures it no longer.</summary>
    public static void Remove(TokenBudget budget) => Limits.TryRemove(budget, out _);

    private static IEnumerable<Measurement<long>> Left()
    {
        var left = Limits.Where(limit => limit.Value > 0).Select(limit => Math.Max(0, limit.Value - limit.Key.SpentToday())).ToList();
        return left.Count == 0 ? [] : [new(left.Min())];
    }
}
