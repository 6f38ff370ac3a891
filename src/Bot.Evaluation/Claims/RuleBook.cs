using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Evaluation.Claims;

/// <summary>The rules of a language, ready to be used.</summary>
internal sealed partial class RuleBook
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> _lists;
    private readonly FrozenDictionary<string, string> _parts;
    private readonly Dictionary<string, Regex> _patterns = new(StringComparer.Ordinal);

    private RuleBook(RuleData data)
    {
        _lists = data.Lists.ToFrozenDictionary(list => list.Key, list => list.Value.Split(", ").ToImmutableArray(), StringComparer.Ordinal);

        // The longest first: "km" must not be found in "kmh" nor "million" missed for "mil".
        var lists = _lists.Select(list => KeyValuePair.Create(list.Key, string.Join('|', list.Value.OrderByDescending(word => word.Length).Select(Regex.Escape))));
        _parts = lists.Concat(data.Parts).ToFrozenDictionary(StringComparer.Ordinal);
        Rules = [.. data.Corruptions.Select(rule => Compile(rule, isFaithful: false)), .. data.Rewordings.Select(rule => Compile(rule, isFaithful: true))];
    }

    public ImmutableArray<NoiseRule> Rules { get; }

    /// <summary>The rules of a language; <see langword="null"/> when it has none.</summary>
    public static RuleBook? For(string language) => RuleData.Read(language) is { } data ? new RuleBook(data) : null;

    public ImmutableArray<string> List(string name) => _lists[name];

    public Regex Pattern(string part) => _patterns.TryGetValue(part, out var known) ? known : _patterns[part] = Expand($"{{{part}}}");

    private NoiseRule Compile(RuleData.Rule rule, bool isFaithful) =>
        new(rule.Kind, isFaithful, Expand(rule.Find), rule.Put, rule.Unless is { } bar ? Expand(bar) : null, rule.Needs is { } need ? Expand(need) : null);

    private Regex Expand(string pattern)
    {
        // A part may have parts.
        while (Part().Replace(pattern, part => _parts.GetValueOrDefault(part.Groups[1].Value, part.Value)) is var expanded && expanded != pattern)
        {
            pattern = expanded;
        }

        return new Regex(pattern, RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
