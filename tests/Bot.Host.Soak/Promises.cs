using System.Collections.Concurrent;

namespace Bot.Host.Soak;

/// <summary>What the host promised its readers, and every time it broke its word.</summary>
internal sealed class Promises(SlowModel model)
{
    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _broken = new();

    public int Acknowledged => _ids.Count;

    public int Answered => _answers.Count;

    public int ModelCalls => model.Asked.Where(asked => asked.Key != "none").Sum(asked => asked.Value);

    /// <summary>The keys of each conversation, in the order in which they were acknowledged.</summary>
    public ConcurrentDictionary<int, ConcurrentQueue<string>> Order { get; } = new();

    public IEnumerable<string> Broken =>
        [.. _broken, .. _calls.Where(known => CallsOf(known.Key) != known.Value).Select(known => $"{known.Key}: the model was asked again after its answer was shown.")];

    public string? IdOf(string key) => _ids.GetValueOrDefault(key);

    public int CallsOf(string key) => model.Asked.GetValueOrDefault(CaseOf(key));

    /// <summary>The question was acknowledged under a name; the name must never change.</summary>
    public void Acknowledge(int conversation, string key, string id)
    {
        if (_ids.TryAdd(key, id))
        {
            Order.GetOrAdd(conversation, _ => new()).Enqueue(key);
        }
        else if (_ids[key] != id)
        {
            Break($"{key}: acknowledged as {_ids[key]}, and again as {id}.");
        }
    }

    /// <summary>An answer was shown; it must be the same whenever it is read.</summary>
    public void Show(string key, string answer)
    {
        if (_answers.TryAdd(key, answer))
        {
            _calls[key] = CallsOf(key);
        }
        else if (_answers[key] != answer)
        {
            Break($"{key}: answered as {_answers[key]}, and again as {answer}.");
        }
    }

    public void Break(string what) => _broken.Enqueue(what);

    /// <summary>The name that the model counts the question by.</summary>
    public static string CaseOf(string key) => key[key.IndexOf("case-", StringComparison.Ordinal)..];
}
