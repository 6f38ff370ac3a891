using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>Reads the plain values of a file of cases, each by its form, with a table's columns filled in.</summary>
internal sealed partial class ValueReader(Row row, ProblemList problems)
{
    /// <summary>The most that a case is repeated.</summary>
    public const int MostRepeats = 1_000;

    private static readonly string[] Outcomes = ["answered", "not_stated", "nothing_found", "conflicting", "smalltalk"];

    public ProblemList Problems => problems;

    public Row Row => row;

    /// <summary>The values, each as it is written; none when they are not of the form, which is reported.</summary>
    public ImmutableArray<string> Read(string name, ValueForm form, YamlNode node)
    {
        if (node is YamlSequenceNode list && form is ValueForm.Texts or ValueForm.Regex)
        {
            if (list.Children.Count == 0)
            {
                problems.Add(node, $"'{name}' is an empty list.", $"Write at least one value, or leave '{name}' out.");
            }

            return [.. list.Children.SelectMany(each => One(name, form, each) is { } value ? (string[])[value] : [])];
        }

        return One(name, form, node) is { } single ? [single] : [];
    }

    /// <summary>The value; <see langword="null"/> when it is not of the form, which is reported.</summary>
    public string? One(string name, ValueForm form, YamlNode node)
    {
        if (node is not YamlScalarNode { Value: { } written } scalar || IsNull(scalar))
        {
            problems.Add(node, $"'{name}' has no plain value.", $"Write {Expected(form)}.");
            return null;
        }

        var value = row.Fill(written, out var unknown);
        foreach (var column in unknown)
        {
            problems.Add(node, $"'{name}' asks for the column '{column}', which the table lacks.", $"It has {string.Join(", ", row.Values.Keys)}.");
        }

        if (Fits(form, value) && (scalar.Style == ScalarStyle.Plain || value != written || !IsPlain(form)))
        {
            return value;
        }

        problems.Add(node, $"'{name}' is '{value}'.", $"Write {Expected(form)}{(Fits(form, value) ? " without quotation marks" : "")}.");
        return null;
    }

    private static bool IsNull(YamlScalarNode scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };

    private static bool Fits(ValueForm form, string value) => form switch
    {
        ValueForm.Flag => value is "true" or "false",
        ValueForm.Count => Number(value) is >= 0,
        ValueForm.Positive => Number(value) is >= 1 and <= MostRepeats,
        ValueForm.Share => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1,
        ValueForm.Date => Day().IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        ValueForm.Language => Tag().IsMatch(value),
        ValueForm.Outcome => Outcomes.Contains(value),
        ValueForm.Regex => IsPattern(value),
        _ => !string.IsNullOrWhiteSpace(value),
    };

    // "3" in quotes is a word to every other reader of YAML.
    private static bool IsPlain(ValueForm form) => form is ValueForm.Flag or ValueForm.Count or ValueForm.Positive or ValueForm.Share;

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsPattern(string value)
    {
        try
        {
            _ = new Regex(value);
            return value.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Expected(ValueForm form) => form switch
    {
        ValueForm.Flag => "true or false",
        ValueForm.Count => "a whole number from 0",
        ValueForm.Positive => string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {MostRepeats}"),
        ValueForm.Share => "a number above 0 and at most 1, such as 0.8",
        ValueForm.Date => "it like 2019-03-23 or 2019-03-23T14:30:00Z",
        ValueForm.Language => "a language's code, such as en",
        ValueForm.Outcome => string.Join(", ", Outcomes[..^1]) + " or " + Outcomes[^1],
        ValueForm.Regex => "a .NET regular expression",
        ValueForm.TextOrFlag => "words, or true or false",
        _ => "words",
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)?)?$", RegexOptions.NonBacktracking)]
    internal static partial Regex Day();

    [GeneratedRegex("^[a-z]{2,3}$", RegexOptions.NonBacktracking)]
    internal static partial Regex Tag();

    /// <summary>The outcomes' names.</summary>
    public static ImmutableArray<string> OutcomeNames => [.. Outcomes];
}
