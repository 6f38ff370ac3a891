using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>A row of a table: what its columns fill in where a case says <c>{{column}}</c>.</summary>
/// <param name="Number">Its number, from 1; 0 where there is no table.</param>
/// <param name="Values">By column.</param>
internal sealed partial record Row(int Number, ImmutableSortedDictionary<string, string> Values)
{
    public static readonly Row None = new(0, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>The text with its columns filled in, and the columns that it names and the table lacks.</summary>
    public string Fill(string text, out ImmutableArray<string> unknown)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        var filled = Number == 0 ? text : Placeholder().Replace(text, match =>
        {
            var column = match.Groups[1].Value;
            if (Values.TryGetValue(column, out var value))
            {
                return value;
            }

            missing.Add(column);
            return match.Value;
        });
        unknown = missing.ToImmutable();
        return filled;
    }

    [GeneratedRegex(@"\{\{\s*([^{}]+?)\s*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
