using Bot.Answering.Watching;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Models;

/// <summary>
/// Keeps the model within its tokens a UTC day and a conversation. A call reserves the most it can cost and settles for what it did cost, so
/// that calls under way at the same time cannot exceed the limits together. The state lives as long as the process.
/// </summary>
internal sealed class TokenBudget(IOptions<ModelOptions> options, TimeProvider time) : IDisposable
{
    private const int MaxConversations = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Spent> _conversations = [];
    private DateOnly _day;
    private long _spentToday;
    private long _clock;
    private bool _measured;

    /// <summary>Sets <paramref name="tokens"/> aside.</summary>
    /// <param name="conversation">The conversation that asks; <see langword="null"/> is one of its own.</param>
    /// <param name="tokens">The most the call can cost.</param>
    /// <param name="overdrawn">Which limit forbids the call, in words for operators; <see langword="null"/> when none does.</param>
    /// <returns>What was set aside, to be settled; <see langword="null"/> when the call must not be made.</returns>
    public Reservation? TryReserve(string? conversation, long tokens, out string? overdrawn)
    {
        lock (_lock)
        {
            StartDay();
            if (!_measured)
            {
                _measured = true;
                BudgetGauges.Add(this, options.Value.TokensPerDay);
            }

            var ofConversation = conversation is not null && _conversations.TryGetValue(conversation, out var spent) ? spent.Tokens : 0;
            overdrawn = Exceeds("Model:TokensPerDay", options.Value.TokensPerDay, _spentToday, tokens)
                ?? Exceeds("Model:TokensPerConversation", options.Value.TokensPerConversation, ofConversation, tokens);
            if (overdrawn is not null)
            {
                return null;
            }

            Add(conversation, _day, tokens);
            return new Reservation(this, conversation, _day, tokens);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => BudgetGauges.Remove(this);

    /// <summary>The tokens spent or set aside since midnight UTC.</summary>
    public long SpentToday()
    {
        lock (_lock)
        {
            StartDay();
            return _spentToday;
        }
    }

    private static string? Exceeds(string setting, long limit, long spent, long tokens) =>
        limit > 0 && tokens > limit - spent
            ? $"{setting} is {limit}, {spent} are spent and this call may need {tokens}; raise it to ask the model" : null;

    private void StartDay()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            (_day, _spentToday) = (today, 0);
        }
    }

    private void Add(string? conversation, DateOnly day, long tokens)
    {
        // What was reserved before midnight is no debt of the new day.
        _spentToday += day == _day ? tokens : 0;
        if (conversation is null || options.Value.TokensPerConversation == 0)
        {
            return;
        }

        if (_conversations.Count >= MaxConversations && !_conversations.ContainsKey(conversation))
        {
            _conversations.Remove(_conversations.MinBy(entry => entry.Value.LastUse).Key);
        }

        var spent = _conversations.GetValueOrDefault(conversation);
        _conversations[conversation] = new Spent(spent.Tokens + tokens, ++_clock);
    }

    private readonly record struct Spent(long Tokens, long LastUse);

    /// <summary>Tokens set aside for one call.</summary>
    internal sealed class Reservation(TokenBudget budget, string? conversation, DateOnly day, long reserved)
    {
        private bool _settled;

        /// <summary>Replaces what was set aside by what was used; only the first call counts.</summary>
        public void Settle(long used)
        {
            lock (budget._lock)
            {
                if (!_settled)
                {
                    _settled = true;
                    budget.Add(conversation, day, used - reserved);
                }
            }
        }
    }
}
